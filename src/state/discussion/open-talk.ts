import type { StoreApi } from 'zustand/vanilla'
import type { Desk } from '../desk.ts'
import type { DraftView } from '../draft-view.ts'
import type { LiveDraft } from '../live-draft.ts'
import { DraftTalk } from './draft-talk.ts'
import { openTalkMemory } from './talk-memory.ts'

/** What is said about the draft on screen. */
export const openTalk = async (desk: Desk, live: LiveDraft, draft: StoreApi<DraftView>): Promise<DraftTalk> =>
  new DraftTalk({ discussion: await live.discussion(), doc: live.doc, draft, memory: openTalkMemory(desk, live) })
