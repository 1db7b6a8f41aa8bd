import * as Y from 'yjs'

/**
 * Takes out of a document what builds on something that is not in it, and returns that as an update; null when there is
 * none. Left in, Yjs would send it along, and the server refuses whatever has gaps.
 */
export const takePending = ({ store }: Y.Doc): Uint8Array | null => {
  const { pendingStructs, pendingDs } = store
  if (pendingStructs === null && pendingDs === null) return null
  store.pendingStructs = null
  store.pendingDs = null
  const pending = [pendingStructs?.update, pendingDs].filter((update) => update instanceof Uint8Array)
  return Y.convertUpdateFormatV2ToV1(Y.mergeUpdatesV2(pending))
}
