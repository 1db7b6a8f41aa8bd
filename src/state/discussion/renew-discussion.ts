import * as Y from 'yjs'
import { createDraftDocument } from '../../document/draft-document.ts'
import { readEntries, writeEntries } from '../../document/discussion.ts'
import type { DraftId } from '../../domain/draft-id.ts'
import { fitEntries, wordsOfEntry } from '../../domain/left-over.ts'
import type { Member } from '../../domain/person.ts'
import { renewEntries, type StoredEntries } from '../../domain/renewed-entries.ts'
import { entriesName } from '../../document/names.ts'
import type { DeviceStore } from '../../storage/device-store.ts'
import { replaceDraft } from '../../storage/draft-storage.ts'
import type { Desk } from '../desk.ts'
import type { LiveDraft } from '../live-draft.ts'
import { readFromServer } from '../read-from-server.ts'
import type { KeptDiscussion } from './kept-discussion.ts'
import { leftOverKey, nothingKept } from './talk-memory.ts'

/** A page that is refused again so soon after is left refused: beginning it anew did not help. */
const againMs = 60_000

/**
 * What waits here cannot be sent as it is: it was said by an earlier member, or under ids of their session, or has come
 * to the server another way, or what waits finds no room. It is said anew by who this person is now, and the page begins
 * anew and sends it; words without room are kept beside it. Nothing happens where this device does not keep all
 * that was typed or the server is out of reach.
 */
export const renewDiscussion = async (
  { deviceStore, drafts, surroundings, api }: Desk,
  live: LiveDraft,
  { id, storage, discussion }: KeptDiscussion,
): Promise<void> => {
  const { draftId } = live
  await storage.whenIdle()
  const now = Date.now()
  if (!deviceStore.keeps || storage.state().name !== 'kept') return
  if (Math.abs(now - (live.record().talkRenamedAt ?? 0)) < againMs) return
  const onServer = await readFromServer({ api, surroundings }, id)
  const access = await live.refreshAccess()
  if (onServer === null || !access.ok) return
  const { me } = access.value
  const { leftOver } = readAnew([Y.encodeStateAsUpdate(discussion.doc)], onServer, me)
  if (!(await drafts.isStored()) || !(await keepWords(deviceStore, draftId, leftOver))) return
  live.rest()
  await live.close()
  await deviceStore.changeDraft(draftId, { talkRenamedAt: now })
  // Where this fails nothing has changed, and the page, begun anew, says that it is refused.
  await replaceDraft(id, (held) => asNow(held, onServer, me, leftOver), surroundings.device).catch(() => null)
  surroundings.reload()
}

/** Keeps what has no room as words that were typed and not said. False where the device does not. */
const keepWords = async (deviceStore: DeviceStore, draftId: DraftId, leftOver: StoredEntries): Promise<boolean> => {
  if (leftOver.size === 0) return true
  const talk = (await deviceStore.readDraft(draftId))?.talk ?? nothingKept
  const typed = { ...talk.typed }
  for (const [id, json] of leftOver) typed[leftOverKey + id] = wordsOfEntry(json)
  await deviceStore.changeDraft(draftId, { talk: { ...talk, typed } })
  return deviceStore.keeps
}

/** The server's discussion, and behind it what it lacks of what is held here, but for what is `kept` as words. */
const asNow = (held: readonly Uint8Array[], onServer: Uint8Array, me: Member, kept: StoredEntries) => {
  const { fitting, leftOver } = readAnew(held, onServer, me)
  if ([...leftOver.keys()].some((id) => !kept.has(id))) throw new Error('something was said meanwhile')
  const made = createDraftDocument()
  try {
    Y.applyUpdate(made, onServer)
    const vector = Y.encodeStateVector(made)
    writeEntries(made, fitting)
    return { state: Y.encodeStateAsUpdate(made), unsent: Y.encodeStateAsUpdate(made, vector), places: [entriesName] }
  } finally {
    made.destroy()
  }
}

/** The server's discussion, and what it lacks of what is held here. */
const readAnew = (held: readonly Uint8Array[], onServer: Uint8Array, me: Member) => {
  const [here, there] = [createDraftDocument(), createDraftDocument()]
  try {
    for (const update of held) Y.applyUpdate(here, update)
    Y.applyUpdate(there, onServer)
    const stored = readEntries(there)
    return fitEntries(renewEntries(readEntries(here), stored, me), stored, me)
  } finally {
    here.destroy()
    there.destroy()
  }
}
