import * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import { addEntries } from '../../src/document/discussion.ts'
import { createEntryId, type EntryAuthor, type EntryId, type NewEntry } from '../../src/domain/discussion-entry.ts'
import { DraftDiscussion } from '../../src/state/discussion/draft-discussion.ts'
import { DraftTalk } from '../../src/state/discussion/draft-talk.ts'
import { nothingKept, type KeptTalk } from '../../src/state/discussion/talk-memory.ts'
import type { DraftView } from '../../src/state/draft-view.ts'
import type { LiveDraft } from '../../src/state/live-draft.ts'

/** What is said about a draft on paper: the real entries and the real reading of them, on a device that keeps what it is told. */
export interface PaperTalk {
  talk: DraftTalk
  /** What somebody else says; returns the entry's id. */
  someoneSays: (by: Omit<EntryAuthor, 'member'>, entry: NewEntry, at?: number) => EntryId
  kept: () => KeptTalk
}

export const openPaperTalk = (doc: Y.Doc, view: StoreApi<DraftView>, kept: KeptTalk = nothingKept): PaperTalk => {
  const entries = new Y.Doc()
  const { me } = view.getState()
  const live = {
    record: () => ({ access: { me: { ...view.getState().me, id: 'amina' } }, me, removed: false }),
    onFacts: () => () => undefined,
  } as unknown as LiveDraft
  const discussion = new DraftDiscussion(live, entries)
  let now = kept
  const memory = {
    read: () => now,
    write: (next: KeptTalk) => void (now = next),
    flush: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
  return {
    talk: new DraftTalk({ discussion, doc, draft: view, memory }),
    someoneSays: (by, entry, at = Date.now()) => {
      const id = createEntryId(crypto.getRandomValues(new Uint8Array(20)))
      addEntries(entries, new Map([[id, { ...entry, by: { ...by, member: by.name }, at }]]))
      return id
    },
    kept: () => now,
  }
}
