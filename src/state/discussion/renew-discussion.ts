import * as Y from 'yjs'
import { createDraftDocument } from '../../document/draft-document.ts'
import { readEntries, writeEntries } from '../../document/discussion.ts'
import { renewEntries } from '../../domain/renewed-entries.ts'
import { entriesName } from '../../document/names.ts'
import { replaceDraft } from '../../storage/draft-storage.ts'
import type { Desk } from '../desk.ts'
import type { LiveDraft } from '../live-draft.ts'
import { readFromServer } from '../read-from-server.ts'
import type { KeptDiscussion } from './kept-discussion.ts'

/** A page that is refused again so soon after is left refused: beginning it anew did not help. */
const againMs = 60_000

/**
 * What waits here cannot be sent as it is: it was said by an earlier member, or under ids of their session, or has come
 * to the server another way. It is said anew by who this person is now, and the page begins anew and sends it. Nothing
 * happens where this device does not keep the discussion or the server is out of reach.
 */
export const renewDiscussion = async (
  { deviceStore, surroundings, api }: Desk,
  live: LiveDraft,
  { id, storage }: KeptDiscussion,
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
  live.rest()
  await live.close()
  await deviceStore.changeDraft(draftId, { talkRenamedAt: now })
  // Where this fails nothing has changed, and the page, begun anew, says that it is refused.
  await replaceDraft(id, (held) => asNow(held, onServer, me), surroundings.device).catch(() => null)
  surroundings.reload()
}

/** The server's discussion, and behind it what it lacks of what is held here. */
const asNow = (held: readonly Uint8Array[], onServer: Uint8Array, me: Parameters<typeof renewEntries>[2]) => {
  const [here, made] = [createDraftDocument(), createDraftDocument()]
  try {
    for (const update of held) Y.applyUpdate(here, update)
    Y.applyUpdate(made, onServer)
    const vector = Y.encodeStateVector(made)
    writeEntries(made, renewEntries(readEntries(here), readEntries(made), me))
    return { state: Y.encodeStateAsUpdate(made), unsent: Y.encodeStateAsUpdate(made, vector), places: [entriesName] }
  } finally {
    here.destroy()
    made.destroy()
  }
}
