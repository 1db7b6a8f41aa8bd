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

/**
 * What has to be said so that this person's open suggestions are what their fork says, as far as they were at work there
 * lately: what they did not touch stays as it was said, even where others have changed the words around it.
 */
export const planEntries = (
  { changes, touched }: ForkChanges,
  carried: readonly Carried[],
): { add: readonly ForkChange[]; withdraw: readonly EntryId[] } => {
  const isTouched = ({ from, to }: Pick<Carried, 'from' | 'to'>): boolean =>
    touched.some((at) => at >= from && at <= to)
  const fresh = changes.filter(isTouched)
  const overlaps = (one: Carried): boolean =>
    fresh.some(({ from, to }) => one.from < to && from < one.to) || isTouched(one)
  const taken = carried.filter(overlaps)
  const isSame = (a: Carried, b: ForkChange): boolean =>
    a.quote === b.quote && a.from === b.from && canonicalJson(a.change) === canonicalJson(b.change)
  return {
    add: fresh.filter((change) => !taken.some((one) => isSame(one, change))),
    withdraw: taken.filter((one) => !fresh.some((change) => isSame(one, change))).map(({ id }) => id),
  }
}
