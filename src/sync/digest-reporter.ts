import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { encodeDigestReport } from '../protocol/digest.ts'
import { messageType, readNumber } from '../protocol/messages.ts'
import { Listeners } from './listeners.ts'

/** Tells the server now and then what this page reads, so that a page gone wrong is found (rule 19). */
export interface DigestReporter {
  /** Reports when the last report is a minute old, and sooner when what has changed since has settled. Never throws. */
  look(nowMs: number): void
  /** The server found that this page reads something else than what is stored. */
  onReload(listener: () => void): () => void
}

export const reportEveryMs = 60_000

/** What changed is reported when nothing has changed for so long, so that others can be told who has it. */
const settledMs = 4_000
const soonestMs = 15_000

/** Reports through `send` and takes the server's side of it among the line's messages. */
export const createDigestReporter = (
  doc: Y.Doc,
  handlers: WebsocketProvider['messageHandlers'],
  send: (report: Uint8Array) => void,
): DigestReporter => {
  const reload = new Listeners()
  let reportedAt = Date.now()
  let isFirst = true
  /** When something was last changed that no report has told yet; a new page has all of it to tell. */
  let changedAt: number | null = reportedAt
  doc.on('update', () => {
    changedAt = Date.now()
  })

  const report = async (answers: number): Promise<void> => {
    // Not needed to begin working, so it does not stand in the way of the first page.
    const { contentDigest } = await import('../document/content-digest.ts')
    send(encodeDigestReport({ answers, stateVector: Y.encodeStateVector(doc), digest: contentDigest(doc) }))
  }

  // A report that fails is missed by nobody: the next one is due in a minute.
  const reportSafely = (answers: number): void => void report(answers).catch(() => null)

  handlers[messageType.sayDigest] = (_encoder, decoder) => reportSafely(readNumber(decoder))
  handlers[messageType.reload] = () => reload.tell()

  return {
    look: (nowMs) => {
      const since = Math.abs(nowMs - reportedAt)
      const isSettled = changedAt !== null && Math.abs(nowMs - changedAt) >= settledMs
      if (since < reportEveryMs && !(isSettled && (isFirst || since >= soonestMs))) return
      isFirst = false
      reportedAt = nowMs
      changedAt = null
      reportSafely(0)
    },
    onReload: reload.add,
  }
}
