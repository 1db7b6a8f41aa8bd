import { askedTicks, type Asked } from '../../../domain/check-ticks.ts'
import { tickName } from '../../../domain/tick.ts'
import { CheckField } from '../../elements/check-field.tsx'
import { CertaintyButton } from '../certainty-button.tsx'
import { useDraft, useDraftView } from '../draft-context.ts'
import { useCertaintyName, useCompletenessWords } from './words.ts'
import css from './completeness.module.css'

/** What people tick off: who declared what, what lies ready, what they want to remember. */
export const Ticks = ({ kind }: { kind: 'declarations' | 'attachments' | 'checklist' }) => {
  const words = useCompletenessWords()
  const call = useDraftView((view) => view.call)
  const asked = useDraftView((view) => askedTicks(view.call, view.partners)[kind])
  if (kind !== 'declarations') return <TickList asked={asked} say={({ title }) => title} />
  return (
    <>
      <p className={css.words}>{words.promises}</p>
      {call.declarations.map(({ id, title, link, perPartner, certainty, source }) => {
        const own = asked.filter(({ tick }) => tick.kind === 'declaration' && tick.id === id)
        return (
          <fieldset key={id} className={css.declaration}>
            <legend>{title}</legend>
            {certainty === 'known' ? (
              <small className={css.words}>{words.known}</small>
            ) : (
              <CertaintyButton label={title} certainty={certainty} source={source} />
            )}
            {link !== undefined && ' '}
            {link !== undefined && (
              <a href={link} target="_blank" rel="noreferrer">
                {words.read}
              </a>
            )}
            {perPartner && own.length === 0 && <p className={css.words}>{words.noOrganisation}</p>}
            <TickList asked={own} say={({ partner }) => partner?.name ?? words.whole} />
          </fieldset>
        )
      })}
    </>
  )
}

const TickList = ({ asked, say }: { asked: readonly Asked[]; say: (asked: Asked) => string }) => {
  const certaintyName = useCertaintyName()
  const draft = useDraft()
  const ticked = useDraftView((view) => view.ticked)
  const mayWrite = useDraftView((view) => view.mayWrite)
  return asked.map((each) => {
    const name = tickName(each.tick)
    return (
      <CheckField
        key={name}
        label={say(each)}
        hint={each.tick.kind === 'attachment' ? certaintyName(each.certainty) : undefined}
        checked={ticked.includes(name)}
        disabled={!mayWrite}
        onChange={(isTicked) => draft.setTick(each.tick, isTicked)}
      />
    )
  })
}
