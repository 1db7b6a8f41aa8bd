import { Avatar } from '../../elements/avatar.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { useDraftView } from '../draft-context.ts'
import { oncePerPerson } from '../present-people.ts'
import css from './bar.module.css'

const shownAtMost = 4

/** The others who have the draft open now. */
export const PresentAvatars = () => {
  const { draft } = useWording()
  const people = useDraftView(({ present }) => oncePerPerson(present).map(({ person }) => person))
  if (people.length === 0) return null
  const shown = people.length > shownAtMost ? people.slice(0, shownAtMost - 1) : people
  return (
    <ul className={css.people} aria-label={draft.presentPeople}>
      {shown.map((person) => (
        <li key={`${person.name}\n${person.organisation}`} title={`${person.name} · ${person.organisation}`}>
          <Avatar name={person.name} sector={person.sector} named />
        </li>
      ))}
      {shown.length < people.length && (
        <li className={css.more} title={draft.morePeople(people.length - shown.length)}>
          <span aria-hidden="true">+{people.length - shown.length}</span>
          <span className="visually-hidden">{draft.morePeople(people.length - shown.length)}</span>
        </li>
      )}
    </ul>
  )
}
