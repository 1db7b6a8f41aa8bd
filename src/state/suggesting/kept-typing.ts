import type { Device } from '../../storage/device.ts'
import { openKeptSuggestions, type KeptSuggestion } from '../../storage/kept-suggestions.ts'
import type { DraftId } from '../../domain/draft-id.ts'
import type { NewEntry } from '../../domain/discussion-entry.ts'
import type { DraftDiscussion } from '../discussion/draft-discussion.ts'
import { canBeSaid, readKept, wordsKept } from './typed-suggestions.ts'

/** This page's rows of what is being typed, and those that an ended page left. */
export interface KeptTyping {
  keep(section: string, entries: readonly unknown[]): Promise<boolean>
  /** It has been said but for `left`: soon no more than that is needed. */
  forget(section: string, left: readonly unknown[]): void
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
export const openKeptTyping = async (
  device: Device,
  draftId: DraftId,
  discussion: DraftDiscussion,
): Promise<KeptTyping> => {
  const kept = openKeptSuggestions(draftId, device)
  const page = crypto.randomUUID()
  const letGo = holdLock(device.locks, lockName(page))
  let left: KeptSuggestion[] = []
  const sayLeft = async (row: KeptSuggestion): Promise<void> => {
    const isThere = (await kept.list()).some((each) => each.page === row.page && each.section === row.section)
    if (!isThere) return
    const read = readKept(row)
    const entries = read && withoutSaid(read, discussion)
    const isSaid = entries && (entries.length === 0 || (canBeSaid(entries) && discussion.addAll(entries).ok))
    if (isSaid) await kept.remove(row)
    else left = [...left, entries ? { ...row, entries: JSON.stringify(entries) } : row]
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
    forget: (section, rest) => {
      clearTimeout(forgetting.get(section))
      const forget = (): void => {
        const row = { page, section }
        const write = (): Promise<unknown> =>
          rest.length === 0 ? kept.remove(row) : kept.write({ ...row, entries: JSON.stringify(rest) })
        last = last.then(write)
      }
      forgetting.set(section, setTimeout(forget, forgetAfterMs))
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

/** A page that ended just after it said something, or some of it, has left that as well. */
const withoutSaid = (entries: readonly unknown[], discussion: DraftDiscussion): readonly unknown[] => {
  const suggestions = discussion.view.getState().threads.filter((thread) => thread.kind === 'suggestion')
  const said = new Set(suggestions.map(({ proposed }) => fingerprint(proposed)))
  const withdrawn = new Set(suggestions.flatMap(({ id, state }) => (state === 'withdrawn' ? [id] : [])))
  return entries.filter((entry) => {
    const each = [entry]
    if (!canBeSaid(each)) return true
    const [known] = each
    return !(
      (known?.type === 'suggestion' && said.has(fingerprint(known))) ||
      (known?.type === 'withdrawn' && withdrawn.has(known.of))
    )
  })
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
