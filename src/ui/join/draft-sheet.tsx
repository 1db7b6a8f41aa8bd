import { deadlineOf } from '../../domain/deadline.ts'
import type { InvitationLook } from '../../state/app-state.ts'
import { SectorName } from '../elements/sector-mark.tsx'
import { useNow } from '../elements/use-now.ts'
import { useFormat, useWording } from '../wording/use-wording.ts'
import css from './join-page.module.css'

/** What the draft is about, before one is in it. */
export const DraftSheet = ({ look: { view, call } }: { look: InvitationLook }) => {
  const { join: words, shelf } = useWording()
  const format = useFormat()
  const isOver = deadlineOf(call, useNow()).name === 'over'
  return (
    <section className={css.sheet}>
      <p className={css.label}>{call.documentWord}</p>
      <h2 className={css.place}>{view.title || words.untitled}</h2>
      <p>{call.shortTitle}</p>
      <dl className={css.facts}>
        <div>
          <dt className={css.label}>{words.deadline}</dt>
          <dd>
            {format.day(call.window.closes)}
            {isOver && ` · ${shelf.deadline.over}`}
          </dd>
        </div>
        {view.organisations.length > 0 && (
          <div>
            <dt className={css.label}>{words.writers}</dt>
            <dd>
              <ul className={css.organisations}>
                {view.organisations.map((organisation) => (
                  <li key={`${organisation.sector}-${organisation.name}`}>
                    <SectorName sector={organisation.sector}>{organisation.name}</SectorName>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
