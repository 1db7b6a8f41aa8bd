import * as Y from 'yjs'
import { openContent } from './compact-content.ts'

/**
 * A change that is not part of the content, without the text that was deleted in it again; as it is where it builds on
 * what the content lacks, because nobody can then say what of it is deleted.
 */
export const collectLate = (
  content: { snapshot: Uint8Array | null; updates: readonly { bytes: Uint8Array }[] },
  change: Uint8Array,
): Uint8Array => {
  const doc = openContent({ snapshot: content.snapshot, updates: content.updates.map(({ bytes }) => bytes) })
  try {
    const before = Y.encodeStateVector(doc)
    Y.applyUpdate(doc, change)
    const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null
    return isWhole ? Y.encodeStateAsUpdate(doc, before) : change
  } catch {
    // Unreadable for everyone, and nothing that the draft would take.
    return change
  } finally {
    doc.destroy()
  }
}
