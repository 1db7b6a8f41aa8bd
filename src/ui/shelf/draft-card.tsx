import type { ShelfEntry } from '../../state/shelf-view.ts'
import { StatusLine } from '../connection/status-line.tsx'
import { Avatar } from '../elements/avatar.tsx'
import { Button, ButtonLink } from '../elements/button.tsx'
import { SectorName } from '../elements/sector-mark.tsx'
import { Segments } from '../elements/segments.tsx'
import { StatusGlyph } from '../elements/status-glyph.tsx'
import { useNow } from '../elements/use-now.ts'
import { useWide } from '../elements/use-wide.ts'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { saveTextFile } from '../draft/save-text-file.ts'
import { localDay } from '../team/local-day.ts'
import { DeadlinePanel } from './deadline-panel.tsx'
import { isOnDevice } from './on-device.ts'
import css from './draft-card.module.css'

const shownPeople = 6

/** One draft on the shelf: what it is, how safe it is, how far it is, how long there is. */
export const DraftCard = ({ entry }: { entry: ShelfEntry }) => {
  const {
    shelf: words,
    draft: { ready },
  } = useWording()
  const format = useFormat()
  const now = useNow()
  const wide = useWide()
  const { call, progress, members, rescue, endsAt, isLocked, unread } = entry
  const title = entry.title || words.untitled
  const done = progress.filter((each) => each === 'done').length
  const begun = progress.filter((each) => each === 'begun').length
  const titleId = `draft-${entry.draftId}`

  return (
    <article className={css.card} aria-labelledby={titleId}>
      <div className={css.about}>
        <h2 id={titleId} className={css.title}>
          {title}
        </h2>
        <p className={css.call}>{call ? `${call.programme} · ${call.title}` : words.callUnknown}</p>
        {entry.partners.length > 0 && (
          <ul className={css.partners} aria-label={words.partners}>
            {entry.partners.map((partner, index) => (
              <li key={index}>
                <SectorName sector={partner.sector}>{partner.name}</SectorName>
              </li>
            ))}
          </ul>
        )}
        <div className={css.state}>
          {isOnDevice(entry) ? (
            <>
              <StatusLine status={entry.status} form={wide ? 'card' : 'strip'} announces={false} />
              <p className={css.opened}>{words.lastOpened(format.moment(entry.openedAt, now))}</p>
              {unread && <p className={css.unread}>{words.unread(unread, format.number(unread))}</p>}
              {isLocked && <p className={css.opened}>{words.locked}</p>}
              {endsAt && <p className={css.opened}>{words.ends(format.day(localDay(endsAt)))}</p>}
              {rescue && (
                <p className={css.opened}>
                  {words.rescued(format.moment(rescue.at, now))}{' '}
                  <Button kind="quiet" onClick={() => saveTextFile(title, rescue.text)}>
                    {words.saveRescued}
                  </Button>
                </p>
              )}
            </>
          ) : (
            <div className={css.elsewhere}>
              <StatusGlyph device="dash" server="tick" />
              <p>{words.notHereYet}</p>
            </div>
          )}
        </div>
      </div>
      <div className={css.progress}>
        {progress.length > 0 && (
          <>
            <p className={css.label}>{words.done}</p>
            <p className={css.figure}>{words.doneOf(format.number(done), format.number(progress.length))}</p>
            <Segments progress={progress} />
            <p className={css.label}>
              {words.requiredSections}
              {begun > 0 && `, ${words.begun(format.number(begun))}`}
            </p>
          </>
        )}
        {members.length > 0 && (
          <ul className={css.people} aria-label={words.people}>
            {members.slice(0, shownPeople).map((member) => (
              <li key={member.id}>
                <Avatar name={member.name} sector={member.sector} named />
              </li>
            ))}
            {members.length > shownPeople && (
              <li className={css.more}>{words.morePeople(format.number(members.length - shownPeople))}</li>
            )}
          </ul>
        )}
      </div>
      <div className={css.deadline}>
        {call && <DeadlinePanel call={call} mayWrite={entry.mayWrite} />}
        <ButtonLink href={`/entwurf/${entry.draftId}`} size="large" wide aria-describedby={titleId}>
          {entry.mayWrite ? words.continue : words.read}
        </ButtonLink>
        <ButtonLink kind="quiet" wide href={`/bereit/${entry.draftId}`} aria-describedby={titleId}>
          {ready}
        </ButtonLink>
      </div>
    </article>
  )
}
