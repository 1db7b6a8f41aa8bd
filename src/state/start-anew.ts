import { removeDraft } from '../storage/draft-storage.ts'
import type { Desk } from './desk.ts'
import { draftAsText } from './draft-as-text.ts'
import type { LiveDraft } from './live-draft.ts'

/**
 * Takes a draft from the server anew that has gone wrong on this device, and keeps what it read here as a rescue copy
 * on the shelf. Nothing happens while changes wait (the server finds it again within minutes), and nothing is dropped
 * where the rescue copy cannot be kept.
 */
export const startAnew = async (desk: Desk, live: LiveDraft): Promise<void> => {
  const { deviceStore, surroundings } = desk
  const { draftId, doc, call, storage } = live
  await storage.whenIdle()
  if (storage.waiting().length > 0) return
  await live.close()
  await deviceStore.changeDraft(draftId, { rescue: { at: Date.now(), text: draftAsText(doc, call) } })
  if (deviceStore.keeps) {
    await deviceStore.changeDraft(draftId, { lastContactAt: null })
    await removeDraft(draftId, surroundings.device)
  }
  surroundings.reload()
}
