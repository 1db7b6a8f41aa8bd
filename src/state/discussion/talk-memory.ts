import type { DraftRecord } from '../../storage/draft-record.ts'
import type { Desk } from '../desk.ts'
import type { LiveDraft } from '../live-draft.ts'

export type KeptTalk = NonNullable<DraftRecord['talk']>

/** What this device remembers of a discussion beside its entries. */
export interface TalkMemory {
  read(): KeptTalk
  /** Soon on the device, together with what another tab remembered meanwhile. */
  write(kept: KeptTalk): void
  /** Resolves when what was written is on the device. */
  flush(): Promise<void>
  close(): Promise<void>
}

const writeAfterMs = 250

/** Among what was typed and not said: what is kept under such keys was said, and found no room. */
export const leftOverKey = 'left-over/'

export const nothingKept: KeptTalk = { seen: [], unread: 0, typed: {} }

export const openTalkMemory = ({ deviceStore, drafts }: Desk, live: LiveDraft): TalkMemory => {
  let now = live.record().talk ?? nothingKept
  let isDue = false
  /** What this tab has typed, or is done with, since it was last written: other tabs type elsewhere. */
  let changed = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let last = Promise.resolve()
  const store = async (): Promise<void> => {
    if (!isDue) return
    isDue = false
    const there = (await deviceStore.readDraft(live.draftId))?.talk ?? nothingKept
    const typed = { ...there.typed }
    for (const key of changed) {
      const own = now.typed[key]
      if (own === undefined) delete typed[key]
      else typed[key] = own
    }
    changed = new Set()
    const talk = { ...now, seen: [...new Set([...there.seen, ...now.seen])], typed }
    live.change({ talk })
    await deviceStore.changeDraft(live.draftId, { talk })
  }
  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    last = last.then(store, store)
    return last
  }
  const stop = drafts.onStoring(async () => {
    await flush()
    return deviceStore.keeps || Object.keys(now.typed).length === 0
  })
  return {
    read: () => now,
    write: (kept) => {
      for (const key of new Set([...Object.keys(now.typed), ...Object.keys(kept.typed)]))
        if (JSON.stringify(now.typed[key]) !== JSON.stringify(kept.typed[key])) changed.add(key)
      now = kept
      isDue = true
      timer ??= setTimeout(() => void flush().catch(() => null), writeAfterMs)
    },
    flush,
    close: () => {
      stop()
      return flush()
    },
  }
}
