import { underNewIds } from '../document/under-new-ids.ts'
import { replaceDraft } from '../storage/draft-storage.ts'
import { afterPaint } from './after-paint.ts'
import type { Desk } from './desk.ts'
import type { LiveDraft } from './live-draft.ts'
import { readFromServer } from './read-from-server.ts'

/** A page that is refused again so soon after is left refused: beginning it anew did not help. */
const againMs = 60_000

/**
 * Whoever lost their session and joined anew has words here that were never sent, begun in a page of the session before:
 * the server does not take them under that page's ids from anybody else. They get new ids, in the place where they
 * stand, and the page begins anew and sends them. False, and nothing has happened, where this device does not keep all
 * that was typed or the server is out of reach; `known` spares asking it for all it has.
 */
export const goOnAnew = async (desk: Desk, live: LiveDraft, known: Uint8Array | null = null): Promise<boolean> => {
  const { deviceStore, surroundings } = desk
  const { draftId, storage } = live
  const kept = await deviceStore.readDraft(draftId)
  await storage.whenIdle()
  if (kept === null || !deviceStore.keeps || storage.state().name !== 'kept') return false
  const now = Date.now()
  if (kept.renamedAt === live.record().renamedAt && Math.abs(now - kept.renamedAt) < againMs) return false
  const onServer = known ?? (await readFromServer(desk, live.draftId))
  if (onServer === null || !(await desk.drafts.isStored())) return false
  live.rest()
  await new Promise<void>((resolve) => void afterPaint(resolve))
  await live.close()
  await deviceStore.changeDraft(draftId, { renamedAt: now })
  // Where this fails nothing has changed, and the page, begun anew, says that it is refused.
  const carried = new Map(kept.carried)
  const make = (held: readonly Uint8Array[]) => underNewIds(held, onServer, kept.idSeed, carried)
  await replaceDraft(draftId, make, surroundings.device).catch(() => null)
  surroundings.reload()
  return true
}
