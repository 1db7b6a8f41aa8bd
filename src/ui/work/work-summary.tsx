import { duties, noWork, type Duty } from '../../domain/section-work.ts'
import type { Sector } from '../../domain/sector.ts'
import type { DraftView } from '../../state/draft-view.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { useGoToPlace } from '../draft/go-to-place.ts'
import { SectorName } from '../elements/sector-mark.tsx'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { workWords } from '../wording/work.ts'
import css from './work.module.css'

interface Has {
  id: string
  name: string
  sector: Sector | null
  sections: { id: string; title: string; duties: Duty[]; people: string[] }[]
}

/** By organisation, what it has in which section, in the order of the page. */
const whoHasWhat = ({ partners, sections, work }: DraftView): Has[] =>
  partners
    .map(({ id, name, sector }) => ({
      id,
      name,
      sector,
      sections: sections.flatMap(({ section }) => {
        const given = (work.get(section.id) ?? noWork).duties
        const own = duties.filter((duty) => given[duty].some(({ partnerId }) => partnerId === id))
        const people = duties
          .flatMap((duty) => given[duty])
          .filter((each) => each.partnerId === id && each.person !== '')
        const named = [...new Set(people.map(({ person }) => person))]
        return own.length === 0 ? [] : [{ id: section.id, title: section.title, duties: own, people: named }]
      }),
    }))
    .filter((each) => each.sections.length > 0)

/** Who has what, by organisation, and which sections nobody writes yet. */
export const WorkSummary = () => {
  const words = useWordsOf(workWords)
  const { draft } = useWording()
  const format = useFormat()
  const goTo = useGoToPlace()
  const all = useDraftView(whoHasWhat)
  const unwritten = useDraftView(({ sections, work }) =>
    sections
      .filter(
        ({ section, progress }) => progress !== 'done' && (work.get(section.id) ?? noWork).duties.writes.length === 0,
      )
      .map(({ section }) => ({ id: section.id, title: section.title })),
  )
  return (
    <section className={css.summary} aria-labelledby="wer-hat-was">
      <h3 id="wer-hat-was">{words.summary.title}</h3>
      {all.length === 0 && <p className={css.aside}>{words.summary.nobody}</p>}
      {all.map(({ id, name, sector, sections }) => (
        <div key={id}>
          <h4>
            <SectorName sector={sector}>{name || draft.partners.unnamed}</SectorName>
          </h4>
          <ul>
            {sections.map((section) => (
              <li key={section.id}>
                <button type="button" onClick={() => goTo(section.id)}>
                  {section.title}
                </button>{' '}
                <span className={css.aside}>
                  {format.list(section.duties.map((duty) => words.duty.short[duty]))}
                  {section.people.length > 0 && ` · ${format.list(section.people)}`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {all.length > 0 && unwritten.length > 0 && (
        <div>
          <h4>{words.summary.unwritten}</h4>
          <ul>
            {unwritten.map(({ id, title }) => (
              <li key={id}>
                <button type="button" onClick={() => goTo(id)}>
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
