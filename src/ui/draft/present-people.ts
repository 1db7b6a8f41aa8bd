import type { PresentPerson } from '../../state/draft-view.ts'

const key = ({ person }: PresentPerson): string => `${person.name}\n${person.organisation}`

/** Someone with two windows open is one person; the window that is in a section counts. */
export const oncePerPerson = (present: readonly PresentPerson[]): readonly PresentPerson[] => {
  const byPerson = new Map<string, PresentPerson>()
  for (const each of present) {
    const known = byPerson.get(key(each))
    if (!known || (known.sectionId === null && each.sectionId !== null)) byPerson.set(key(each), each)
  }
  return [...byPerson.values()]
}
