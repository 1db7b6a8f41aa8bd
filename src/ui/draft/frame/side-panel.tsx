import { TeamMembers } from '../../team/team-members.tsx'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { factsPlace } from '../screen.ts'
import { useDraftView } from '../draft-context.ts'
import { missingFacts } from '../facts/missing-facts.ts'
import { useGoToPlace } from '../go-to-place.ts'
import css from './side-panel.module.css'

/** The margin beside the sheet: who is there, and what is still missing. */
export const SidePanel = () => {
  const { draft } = useWording()
  return (
    <aside className={css.panel} aria-label={draft.panel}>
      <h2 className={css.title}>{draft.panel}</h2>
      <div className={css.part}>
        <TeamMembers form="margin" />
      </div>
      <Missing />
    </aside>
  )
}

const Missing = () => {
  const { draft } = useWording()
  const format = useFormat()
  const goTo = useGoToPlace()
  const missing = useDraftView(({ call, facts, partners }) => missingFacts(call, facts, partners))
  const tooLong = useDraftView(({ sections }) =>
    sections
      .filter(({ count, section }) => count > section.maxCharacters)
      .map(({ count, section }) => ({ id: section.id, title: section.title, excess: count - section.maxCharacters })),
  )
  const facts = [
    ...missing.fields.map(({ label }) => label),
    ...missing.sectors.map(({ label }) => draft.organisationOf(label)),
    ...(missing.organisations > missing.sectors.length ? [draft.organisationsMissing(missing.organisations)] : []),
  ]
  if (facts.length === 0 && tooLong.length === 0) return null
  return (
    <section className={css.part} aria-labelledby="offen-titel">
      <h3 id="offen-titel" className={css.subtitle}>
        {draft.missing}
      </h3>
      <ul className={css.missing}>
        {facts.map((label) => (
          <li key={label}>
            <button type="button" onClick={() => goTo(factsPlace)}>
              {label}
            </button>
          </li>
        ))}
        {tooLong.map(({ id, title, excess }) => (
          <li key={id}>
            <button type="button" onClick={() => goTo(id)}>
              {draft.tooLong(title, format.number(excess))}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
