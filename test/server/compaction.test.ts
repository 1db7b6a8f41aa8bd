import { DatabaseSync } from '@photostructure/sqlite'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { compactContent } from '../../server/sync/compact-content.ts'
import { openLine, openWriter, until } from './line.ts'
import { startDraft } from './person.ts'
import { startTestServer } from '../world/server.ts'

const typedAndDeleted = (characters: number) => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getText('text/ziele')
  for (let n = 0; n < characters; n++) text.insert(text.length, 'x')
  text.delete(0, characters - 10)
  return { doc, updates }
}

describe('compaction', () => {
  it('keeps the content and drops what was deleted', () => {
    const { doc, updates } = typedAndDeleted(2000)
    const half = compactContent(null, updates.slice(0, 1000))
    const compacted = compactContent(half, updates.slice(1000))
    const read = new Y.Doc()
    Y.applyUpdate(read, compacted)
    expect(read.getText('text/ziele').toJSON()).toBe('x'.repeat(10))
    expect(Y.encodeStateVector(read)).toEqual(Y.encodeStateVector(doc))
    expect(compacted.length).toBeLessThan(Y.mergeUpdates(updates).length / 10)
  })

  it('keeps updates whose beginning has not arrived yet', () => {
    const { updates } = typedAndDeleted(20)
    const [missing, ...others] = updates
    const compacted = compactContent(null, others)
    const read = new Y.Doc()
    Y.applyUpdate(read, compacted)
    Y.applyUpdate(read, missing ?? new Uint8Array())
    expect(read.getText('text/ziele').toJSON()).toBe('x'.repeat(10))
  })

  it('happens when everyone has left, and nobody notices', async () => {
    const server = await startTestServer()
    const { browser, draftId } = await startDraft(server)
    const { doc, updates } = typedAndDeleted(600)
    const line = await openLine(server, draftId, { cookie: browser.cookie() })
    for (const update of updates) line.sendUpdate(update)
    line.mark(1)
    await until('all is stored', () => line.stored().includes(1))
    const logLength = (): number => {
      const database = new DatabaseSync(join(server.dataDir, 'einvernehmen.sqlite'), { readOnly: true })
      const row = database.prepare('select count(*) as count from updates').get() as { count: number }
      database.close()
      return row.count
    }
    expect(logLength()).toBe(updates.length)
    await line.cut()
    await until('the log is a snapshot', () => logLength() === 0)

    const reader = openWriter(server, draftId, browser.cookie())
    await reader.whenSynced()
    expect(reader.read('ziele')).toBe(doc.getText('text/ziele').toJSON())
    reader.write('ziele', ' und weiter')
    const late = openWriter(server, draftId, browser.cookie())
    await until('the next one has snapshot and log', () => late.read('ziele') === `${'x'.repeat(10)} und weiter`)
    reader.leave()
    late.leave()
    await server.stop()
  })
})
