import type { EntryId, SuggestedOp } from '../../domain/discussion-entry.ts'
import { canonicalJson } from '../delta.ts'
import type { ForkChange, ForkChanges } from './fork-changes.ts'

/** An open suggestion of this person that is in their fork, where it is in the content now. */
export interface Carried {
  id: EntryId
  from: number
  to: number
  quote: string
  change: readonly SuggestedOp[]
}

/** What belongs together in one passage of the content: a suggestion goes with what takes its place, or not at all. */
export interface PlannedPassage {
  from: number
  to: number
  add: readonly ForkChange[]
  withdraw: readonly EntryId[]
}

/**
 * What has to be said so that this person's open suggestions are what their fork says, as far as they were at work there
 * lately: what they did not touch stays as it was said, even where others have changed the words around it.
 */
export const planEntries = (
  { changes, touched }: ForkChanges,
  carried: readonly Carried[],
): readonly PlannedPassage[] => {
  const isTouched = ({ from, to }: Pick<Carried, 'from' | 'to'>): boolean =>
    touched.some((at) => at >= from && at <= to)
  const fresh = changes.filter(isTouched)
  const taken = carried.filter((one) => fresh.some((change) => overlaps(one, change)) || isTouched(one))
  const isSame = (a: Carried, b: ForkChange): boolean =>
    a.quote === b.quote && a.from === b.from && canonicalJson(a.change) === canonicalJson(b.change)
  return passagesOf([
    ...fresh
      .filter((change) => !taken.some((one) => isSame(one, change)))
      .map((change) => ({ from: change.from, to: change.to, add: [change], withdraw: [] })),
    ...taken
      .filter((one) => !fresh.some((change) => isSame(one, change)))
      .map(({ from, to, id }) => ({ from, to, add: [], withdraw: [id] })),
  ])
}

/** A suggestion whose words are gone is only a place, which lies beside what stands there now. */
const overlaps = (one: Carried, { from, to }: ForkChange): boolean =>
  one.from === one.to ? one.from >= from && one.to <= to : one.from < to && from < one.to

const passagesOf = (parts: readonly PlannedPassage[]): PlannedPassage[] => {
  const passages: PlannedPassage[] = []
  for (const part of parts.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = passages.at(-1)
    if (!last || part.from > last.to) passages.push(part)
    else {
      passages[passages.length - 1] = {
        from: last.from,
        to: Math.max(last.to, part.to),
        add: [...last.add, ...part.add],
        withdraw: [...last.withdraw, ...part.withdraw],
      }
    }
  }
  return passages
}
