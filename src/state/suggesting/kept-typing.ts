import { openKeptSuggestions, type KeptSuggestion } from '../../storage/kept-suggestions.ts'
import type { NewEntry } from '../../domain/discussion-entry.ts'
import type { Desk } from '../desk.ts'
import type { DraftDiscussion } from '../discussion/draft-discussion.ts'
import type { LiveDraft } from '../live-draft.ts'
import { readKept, wordsKept } from './typed-suggestions.ts'

/** This page's rows of what is being typed, and those that an ended page left. */
export interface KeptTyping {
  keep(section: string, entries: readonly unknown[]): Promise<boolean>
  /** It has been said: soon the row is not needed any more. */
  forget(section: string): void
  /** Words that an ended page left and that may not be said any more; '' where there are none. */
  left(): string
  forgetLeft(): void
  close(): Promise<void>
}

/** So long the entries have to get onto the device before what they were made of goes. */
const forgetAfterMs = 3_000

const lockName = (page: string): string => `suggesting-${page}`

/**
 * Opens them, and says what was typed on pages that ended before they said it. A page that still lives holds a lock; what
 * it is typing is left to it.
 */
export const openKeptTyping = async (desk: Desk, live: LiveDraft, discussion: DraftDiscussion): Promise<KeptTyping> => {
  const { device } = desk.surroundings
  const kept = openKeptSuggestions(live.draftId, device)
  const page = crypto.randomUUID()
  const letGo = holdLock(device.locks, lockName(page))
  let left: KeptSuggestion[] = []
  const sayLeft = async (row: KeptSuggestion): Promise<void> => {
    const isThere = (await kept.list()).some((each) => each.page === row.page && each.section === row.section)
    if (!isThere) return
    const sayable = readKept(row)
    const entries = sayable && withoutSaid(sayable, discussion)
    if (entries && (entries.length === 0 || discussion.addAll(entries).ok)) await kept.remove(row)
    else left = [...left, row]
  }
  for (const row of await kept.list()) {
    const say = (lock: Lock | null): Promise<void> | undefined => (lock ? sayLeft(row) : undefined)
    if (device.locks === null) await sayLeft(row)
    else await device.locks.request(lockName(row.page), { ifAvailable: true }, say).catch(() => null)
  }

  const forgetting = new Map<string, ReturnType<typeof setTimeout>>()
  let last: Promise<unknown> = Promise.resolve()
  return {
    keep: (section, entries) => {
      clearTimeout(forgetting.get(section))
      const written = last.then(() => kept.write({ page, section, entries: JSON.stringify(entries) }))
      last = written
      return written
    },
    forget: (section) => {
      clearTimeout(forgetting.get(section))
      const remove = (): void => {
        last = last.then(() => kept.remove({ page, section }))
      }
      forgetting.set(section, setTimeout(remove, forgetAfterMs))
    },
    left: () => left.map(wordsKept).join('\n\n'),
    forgetLeft: () => {
      for (const row of left.splice(0)) last = last.then(() => kept.remove(row))
    },
    close: async () => {
      for (const timer of forgetting.values()) clearTimeout(timer)
      await last
      kept.close()
      letGo()
    },
  }
}

/** A page that ended just after it said something has left it as well. */
const withoutSaid = (entries: readonly NewEntry[], discussion: DraftDiscussion): readonly NewEntry[] => {
  const said = new Set(
    discussion.view
      .getState()
      .threads.flatMap((thread) => (thread.kind === 'suggestion' ? [fingerprint(thread.proposed)] : [])),
  )
  const isSaid = entries.some((entry) => entry.type === 'suggestion' && said.has(fingerprint(entry)))
  return isSaid ? [] : entries
}

const fingerprint = ({ section, from, to, quote, change }: Proposed): string =>
  JSON.stringify([section, from, to, quote, change])

type Proposed = Pick<Extract<NewEntry, { type: 'suggestion' }>, 'section' | 'from' | 'to' | 'quote' | 'change'>

const holdLock = (locks: LockManager | null, name: string): (() => void) => {
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  // Where locks are not to be had, two pages may say the same: twice said is better than not at all.
  void locks?.request(name, () => held).catch(() => null)
  return letGo
}
