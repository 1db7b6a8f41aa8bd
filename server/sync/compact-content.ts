import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'

/** A draft's content as the log has it: the snapshot, and the updates after it. */
export interface ContentLog {
  snapshot: Uint8Array | null
  updates: readonly Uint8Array[]
}

/** A document of the log, deleted text gone. Destroy it after use. */
export const openContent = ({ snapshot, updates }: ContentLog): Y.Doc => {
  const doc = createDraftDocument()
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot)
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}

/**
 * The same content as one update, with deleted text gone: only a garbage-collecting document really drops it, merging
 * updates does not. Costs time in proportion to the content: rooms leave it to the workshop.
 */
export const compactContent = (snapshot: Uint8Array | null, updates: readonly Uint8Array[]): Uint8Array => {
  const doc = openContent({ snapshot, updates })
  try {
    return Y.encodeStateAsUpdate(doc)
  } finally {
    doc.destroy()
  }
}
