import { DatabaseSync } from '@photostructure/sqlite'
import { join } from 'node:path'

/** The server, too, writes at any moment. */
export const busyMs = 30_000

/** Changes words of the same length in a draft's stored updates behind the server's back, as a failing disk might. */
export const spoilStored = (dataDir: string, draftId: string, words: string, others: string): void => {
  const database = new DatabaseSync(join(dataDir, 'einvernehmen.sqlite'), { timeout: busyMs })
  const rows = database.prepare('select seq, bytes from updates where draft_id = ?').all(draftId) as {
    seq: number
    bytes: Uint8Array
  }[]
  for (const { seq, bytes } of rows) {
    const at = Buffer.from(bytes).indexOf(words)
    if (at < 0) continue
    bytes.set(Buffer.from(others), at)
    database.prepare('update updates set bytes = ? where draft_id = ? and seq = ?').run(bytes, draftId, seq)
  }
  database.close()
}
