import * as Y from 'yjs'
import { encodeDigestReport } from '../protocol/digest.ts'

/** Tells the server now and then what this page reads, so that a page gone wrong is found (rule 19). */
export interface DigestReporter {
  /** Reports when the last report is a minute old. Never throws. */
  look(nowMs: number): void
  /** Reports at once, as the answer to the server's question. */
  answer(question: number): void
}

export const reportEveryMs = 60_000

export const createDigestReporter = (
  doc: Y.Doc,
  send: (report: Uint8Array) => void,
  startMs = Date.now(),
): DigestReporter => {
  let reportedAt = startMs

  const report = async (answers: number): Promise<void> => {
    // Not needed to begin working, so it does not stand in the way of the first page.
    const { contentDigest } = await import('../document/content-digest.ts')
    send(encodeDigestReport({ answers, stateVector: Y.encodeStateVector(doc), digest: contentDigest(doc) }))
  }

  return {
    look: (nowMs) => {
      if (Math.abs(nowMs - reportedAt) < reportEveryMs) return
      reportedAt = nowMs
      // A report that fails is missed by nobody.
      report(0).catch(() => null)
    },
    answer: (question) => {
      report(question).catch(() => null)
    },
  }
}
