import * as Y from 'yjs'

/**
 * Makes a draft's empty document. Nothing is ever seeded into it.
 *
 * Yjs removes superfluous format markers after changes from elsewhere, as a local transaction of its own: merely opening
 * a draft would then change it, and a reader who may not write would send a change. The flag is its only switch, and it
 * is read after this event (yjs 13.6 Transaction.js, `cleanupYTextAfterTransaction`).
 */
export const createDraftDocument = (): Y.Doc => {
  const doc = new Y.Doc()
  doc.on('afterTransaction', (transaction) => {
    // oxlint-disable-next-line no-underscore-dangle -- the name is Yjs's
    transaction._needFormattingCleanup = false
  })
  return doc
}
