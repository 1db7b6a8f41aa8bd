import type { Person } from '../../../domain/person.ts'
import { SectorMark } from '../../elements/sector-mark.tsx'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { factsPlace, useScreenView } from '../screen.ts'
import { useDraftView } from '../draft-context.ts'
import { oncePerPerson } from '../present-people.ts'
import css from './rail-item.module.css'

/** Shapes of the others whose caret is in a section; their names are said and shown on hovering. */
export const PresenceShapes = ({ sectionId }: { sectionId: string }) => {
  const { draft } = useWording()
  const format = useFormat()
  const here = useOthersIn(sectionId)
  if (here.length === 0) return null
  const names = draft.hereInShort(format.list(here.map(({ name }) => name)))
  return (
    <span className={css.presence} title={names}>
      <span className="visually-hidden">{names}</span>
      {here.map((person) => (
        <SectorMark key={`${person.name}, ${person.organisation}`} sector={person.sector} />
      ))}
    </span>
  )
}

/** Who else is where this person reads, in words: "Clara Wendt hier". For the phone, where no caret may be in sight. */
export const PresentHere = () => {
  const { draft } = useWording()
  const place = useScreenView((screen) => screen.place)
  const [first, ...others] = useOthersIn(place)
  if (!first) return null
  const name = first.name.split(' ')[0] ?? first.name
  return (
    <p className={css.here}>
      <SectorMark sector={first.sector} />
      <span>{others.length === 0 ? draft.hereInShort(name) : draft.hereInShort(`${name} +${others.length}`)}</span>
    </p>
  )
}

const useOthersIn = (sectionId: string): readonly Person[] =>
  useDraftView(({ present }) =>
    oncePerPerson(
      present.filter((each) => each.sectionId === sectionId || (sectionId === factsPlace && each.field !== null)),
    ).map(({ person }) => person),
  )
