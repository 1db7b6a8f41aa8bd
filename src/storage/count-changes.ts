import { sectionOfTextName } from '../document/names.ts'
import type { WaitingChange } from './outbox.ts'

/** Whoever stops writing for longer than this has finished one change and begins another. */
const pauseMs = 30_000

/** How many changes a person would count: what is written in one section without a long pause is one, however many keys. */
export const countChanges = (changes: readonly WaitingChange[]): number =>
  changes.filter((change, index) => {
    const before = changes[index - 1]
    const section = sectionOfChange(change)
    return !before || section === null || section !== sectionOfChange(before) || change.at - before.at > pauseMs
  }).length

const sectionOfChange = ({ places }: WaitingChange): string | null =>
  places[0] !== undefined && places.length === 1 ? sectionOfTextName(places[0]) : null
