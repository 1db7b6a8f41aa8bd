import * as Y from 'yjs'
import { openContent } from './compact-content.ts'
import { judgeAlone } from './gate/judge-alone.ts'

/**
 * A change that is not part of the content, without the text that was deleted in it again; as it is where the draft
 * would not take it: it builds on what the content lacks, and nobody can say what of it is deleted.
 */
export const collectLate = (
  content: { snapshot: Uint8Array | null; updates: readonly { bytes: Uint8Array }[] },
  change: Uint8Array,
): Uint8Array => {
  const log = { snapshot: content.snapshot, updates: content.updates.map(({ bytes }) => bytes) }
  if (judgeAlone(log, change, null).name === 'refused') return change
  const doc = openContent(log)
  const before = Y.encodeStateVector(doc)
  Y.applyUpdate(doc, change)
  const collected = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  return collected
}
