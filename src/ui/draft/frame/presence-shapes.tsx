import type { PresentPerson } from '../../../state/draft-view.ts'
import { SectorMark } from '../../elements/sector-mark.tsx'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { useDraftView } from '../draft-context.ts'
import { oncePerPerson } from '../present-people.ts'
import css from './rail-item.module.css'

/** Shapes of the others whose caret is in a section; their names are said and shown on hovering. */
export const PresenceShapes = ({ sectionId }: { sectionId: string }) => {
  const { draft } = useWording()
  const format = useFormat()
  const here = useDraftView(({ present }) =>
    oncePerPerson(present.filter((each: PresentPerson) => each.sectionId === sectionId)).map(({ person }) => person),
  )
  if (here.length === 0) return null
  const names = draft.hereInShort(format.list(here.map(({ name }) => name)))
  return (
    <span className={css.presence} role="img" aria-label={names} title={names}>
      {here.map((person) => (
        <SectorMark key={`${person.name}, ${person.organisation}`} sector={person.sector} />
      ))}
    </span>
  )
}
