import type { Meanwhile } from '../../../domain/meanwhile.ts'
import type { Sector } from '../../../domain/sector.ts'
import { meanwhile as german } from '../../wording/de/meanwhile.ts'
import { meanwhile as english } from '../../wording/en/meanwhile.ts'
import { useFormat } from '../../wording/use-wording.ts'

/** The sentences of this part, which come with it. */
export const useMeanwhileWords = () => (useFormat().language === 'en' ? english : german)

export interface Author {
  organisation: string
  sector: Sector
}

/** The organisations behind changes, each once; `isComplete` is false where somebody is not known. */
export const authorsOf = (
  { people }: Meanwhile,
  changes: readonly { by: readonly number[] }[],
): { authors: Author[]; isComplete: boolean } => {
  const ids = [...new Set(changes.flatMap(({ by }) => by))]
  const known = new Map(people.map((person) => [person.clientId, person]))
  const authors = new Map(
    ids.flatMap((id) => {
      const person = known.get(id)
      return person ? [[person.organisation, person] as const] : []
    }),
  )
  return { authors: [...authors.values()], isComplete: ids.every((id) => known.has(id)) }
}

/** "Stadt Lauterbrück und anderen"; empty where nobody is known to have written. */
export const nameAuthors = (
  found: ReturnType<typeof authorsOf>,
  list: (parts: readonly string[]) => string,
  others: string,
): string => {
  const names = found.authors.map(({ organisation }) => organisation)
  return list(found.isComplete ? names : [...names, others])
}
