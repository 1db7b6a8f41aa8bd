import * as Y from 'yjs'
import { nearlyFullBytes } from '../domain/draft-size.ts'

/** Measuring costs time in proportion to the draft: again only after it grew by so much, or so long after. */
const stepBytes = 65_536
const againMs = 30_000

/** Tells whether a draft is getting full. */
export interface DraftSize {
  /** Counts an update's bytes, in a Yjs event too. */
  grew(bytes: number): void
  isNearlyFull(nowMs: number): boolean
}

export const createDraftSize = (doc: Y.Doc): DraftSize => {
  let bytes = 0
  let grown = nearlyFullBytes
  let measuredAt = 0
  return {
    grew: (more) => {
      grown += more
    },
    isNearlyFull: (nowMs) => {
      // Updates are larger than what they add: what they sum up to is never too little.
      const mayBe = grown > 0 && bytes + grown >= nearlyFullBytes
      if (mayBe && (grown >= stepBytes || nowMs - measuredAt >= againMs)) {
        bytes = Y.encodeStateAsUpdate(doc).length
        grown = 0
        measuredAt = nowMs
      }
      return bytes >= nearlyFullBytes
    },
  }
}
