import { DatabaseSync } from '@photostructure/sqlite'
import { join } from 'node:path'
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { DraftId } from '../../../src/domain/draft-id.ts'
import { openLine, openWriter, until, type Line, type Writer } from '../line.ts'
import { amina, bruno, joinDraft, startDraft, type Browser } from '../person.ts'

/** A draft on the real server in which Amina writes and Bruno, an editor too, means harm. */
export interface Scene {
  draftId: DraftId
  amina: Writer
  browser: Browser
  harmful: Browser
  openLine(): Promise<Line>
  /** Sends updates from Bruno's line; the code with which the server ends it. */
  codeFor(...updates: Uint8Array[]): Promise<number>
  /** Amina still writes, and a newcomer reads exactly what she does, with nothing left waiting in the document. */
  expectUnharmed(): Promise<void>
}

export const openScene = async (server: { url: string }): Promise<Scene> => {
  const host = await startDraft(server, amina)
  const harmful = await joinDraft(server, host, { ...bruno, role: 'editor' })
  const writer = openWriter(server, host.draftId, host.browser.cookie())
  await writer.whenSynced()
  writer.write('ziele', 'Das steht hier.\n')
  const open = () => openLine(server, host.draftId, { cookie: harmful.cookie() })
  let count = 0
  return {
    draftId: host.draftId,
    amina: writer,
    browser: host.browser,
    harmful,
    openLine: open,
    codeFor: async (...updates) => {
      const line = await open()
      for (const update of updates) line.sendUpdate(update)
      return line.whenClosed()
    },
    expectUnharmed: async () => {
      writer.write('ziele', `Und das ${(count += 1)}. `)
      const newcomer = openWriter(server, host.draftId, harmful.cookie())
      await until('the newcomer reads all of it', () => newcomer.read('ziele') === writer.read('ziele'))
      expect(writer.read('ziele')).toMatch(new RegExp(`^Das steht hier\\.\\n.*Und das ${count}\\. $`, 's'))
      expect([...newcomer.doc.share.keys()].filter((name) => name !== 'text/ziele')).toEqual([])
      expect(newcomer.doc.store.pendingStructs).toBeNull()
      expect(newcomer.doc.store.pendingDs).toBeNull()
      newcomer.leave()
    },
  }
}

/** The update of a document of one's own, under this client id. */
export const written = (edit: (doc: Y.Doc) => void, clientId = 4711): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = clientId
  edit(doc)
  return Y.encodeStateAsUpdate(doc)
}

/** An update as the server has it on disk. */
export interface LogEntry {
  bytes: Uint8Array
  /** Of the member who sent it. */
  name: string
  at: number
}

/** The log of a draft since its last snapshot. */
export const readLog = (dataDir: string, draftId: DraftId): LogEntry[] => {
  const database = new DatabaseSync(join(dataDir, 'einvernehmen.sqlite'), { readOnly: true })
  const query =
    'select bytes, at, name from updates join members on members.id = member_id where updates.draft_id = ? order by seq'
  const entries = database.prepare(query).all(draftId) as LogEntry[]
  database.close()
  return entries
}
