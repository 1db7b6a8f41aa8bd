import * as Y from 'yjs'
import { Awareness } from 'y-protocols/awareness'
import { createDraftDocument } from '../document/draft-document.ts'
import { underNewIds } from '../document/under-new-ids.ts'
import { accepted, type Outcome } from '../domain/refusal.ts'
import { replaceDraft } from '../storage/draft-storage.ts'
import { openDraftSync, socketUrlOf } from '../sync/draft-sync.ts'
import { afterPaint } from './after-paint.ts'
import type { Desk } from './desk.ts'
import type { LiveDraft } from './live-draft.ts'
import { whenHeard } from './when-heard.ts'

const answerLimitMs = 20_000

/** A page that is refused again so soon after is left refused: beginning it anew did not help. */
const againMs = 60_000

/**
 * Whoever lost their session and joined anew has words here that were never sent, begun in a page of the session before:
 * the server does not take them under that page's ids from anybody else. They get new ids, in the place where they
 * stand, and the page begins anew and sends them. Nothing happens where this device does not keep the draft.
 */
export const goOnAnew = async (desk: Desk, live: LiveDraft): Promise<void> => {
  const { deviceStore, surroundings } = desk
  const { draftId, storage } = live
  const kept = await deviceStore.readDraft(draftId)
  await storage.whenIdle()
  if (kept === null || !deviceStore.keeps || storage.state().name !== 'kept') return
  const now = Date.now()
  if (kept.renamedAt === live.record().renamedAt && Math.abs(now - kept.renamedAt) < againMs) return
  const onServer = await readFromServer(desk, live)
  if (onServer === null) return
  live.rest()
  await new Promise<void>((resolve) => void afterPaint(resolve))
  await live.close()
  await deviceStore.changeDraft(draftId, { renamedAt: now })
  // Where this fails nothing has changed, and the page, begun anew, says that it is refused.
  await replaceDraft(draftId, (held) => underNewIds(held, onServer, kept.idSeed), surroundings.device).catch(() => null)
  surroundings.reload()
}

/** What the server has, by a line of its own; null when it is out of reach or refuses. */
const readFromServer = async ({ api, surroundings }: Desk, { draftId }: LiveDraft): Promise<Uint8Array | null> => {
  const doc = createDraftDocument()
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const ticket = async (): Promise<Outcome<string>> => {
    const answer = await api.team.ticket(draftId)
    return answer.ok ? accepted(answer.value.ticket) : answer
  }
  const { origin, socket } = surroundings
  const sync = openDraftSync({ draftId, doc, awareness, socketUrl: socketUrlOf(origin), socket, ticket })
  sync.connect()
  await whenHeard(sync, answerLimitMs)
  const state = sync.state().name === 'live' ? Y.encodeStateAsUpdate(doc) : null
  sync.close()
  doc.destroy()
  return state
}
