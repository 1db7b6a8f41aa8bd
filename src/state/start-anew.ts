import * as Y from 'yjs'
import { removeDraft } from '../storage/draft-storage.ts'
import type { Desk } from './desk.ts'
import { draftAsText } from './draft-as-text.ts'
import type { LiveDraft } from './live-draft.ts'

/** Of each draft so many rescue copies are kept, the newest. */
const maxCopies = 3

/**
 * Takes a draft from the server anew that has gone wrong on this device, and keeps what it was here as a rescue copy on
 * the shelf: the text to read, and all of it as Yjs has it. Nothing happens while changes wait (the server finds it
 * again within minutes), nor where the copy cannot be kept: the page stays as it is, because it has the only one.
 */
export const startAnew = async (desk: Desk, live: LiveDraft): Promise<void> => {
  const { deviceStore, drafts, surroundings } = desk
  const { draftId, doc, call, storage } = live
  await storage.whenIdle()
  const isBusy = () => storage.waiting().length > 0
  if (isBusy() || !deviceStore.keeps || storage.state().name !== 'kept') return
  const at = Date.now()
  const earlier = (await deviceStore.readDraft(draftId))?.rescue
  const text = draftAsText(doc, call)
  const states = [Y.encodeStateAsUpdate(doc), ...(earlier?.states ?? [])].slice(0, maxCopies)
  const texts = earlier && !earlier.text.includes(text) ? [text, earlier.text] : [text]
  await deviceStore.changeDraft(draftId, { rescue: { at, text: texts.join('\n\n'), states } })
  const kept = (await deviceStore.readDraft(draftId))?.rescue
  // What was typed meanwhile is not in the copy.
  if (kept?.at !== at || !deviceStore.keeps || !(await drafts.isStored()) || isBusy()) return
  await live.close()
  await deviceStore.changeDraft(draftId, { lastContactAt: null })
  await removeDraft(draftId, surroundings.device)
  surroundings.reload()
}
