import type { PresentPerson } from '../../state/draft-view.ts'

const key = ({ person }: PresentPerson): string => `${person.name}\n${person.organisation}`

const isNowhere = ({ sectionId, field }: PresentPerson): boolean => sectionId === null && field === null

/** Someone with two windows open is one person; the window that is in a section or field counts. */
export const oncePerPerson = (present: readonly PresentPerson[]): readonly PresentPerson[] => {
  const byPerson = new Map<string, PresentPerson>()
  for (const each of present) {
    const known = byPerson.get(key(each))
    if (!known || (isNowhere(known) && !isNowhere(each))) byPerson.set(key(each), each)
  }
  return [...byPerson.values()]
}
