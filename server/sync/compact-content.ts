import * as Y from 'yjs'

/**
 * The same content as one update, with deleted text gone: only a garbage-collecting document really drops it, merging
 * updates does not. Costs time in proportion to the content, so that a worker may take this function over.
 */
export const compactContent = (snapshot: Uint8Array | null, updates: readonly Uint8Array[]): Uint8Array => {
  const doc = new Y.Doc({ gc: true })
  try {
    doc.transact(() => {
      if (snapshot) Y.applyUpdate(doc, snapshot)
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    return Y.encodeStateAsUpdate(doc)
  } finally {
    doc.destroy()
  }
}
