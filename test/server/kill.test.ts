import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { messageType, syncType } from '../../src/protocol/messages.ts'
import { frame, openLine, openWriter, until } from './line.ts'
import { startDraft } from './person.ts'
import { startTestServer } from '../world/server.ts'

const rounds = 10

describe('a server killed in mid-write', () => {
  it(`has everything it acknowledged after a restart, ${rounds} times`, async () => {
    const server = await startTestServer({ asProcess: true })
    const { browser, draftId } = await startDraft(server)
    const doc = new Y.Doc()
    const text = doc.getText('text/ziele')
    let n = 0
    let acknowledged = 0

    for (let round = 0; round < rounds; round++) {
      const line = await openLine(server, draftId, { cookie: browser.cookie() })
      const send = (update: Uint8Array) => line.sendUpdate(update)
      // What a killed server may have missed goes first, as any client sends it after the first exchange.
      line.send(frame(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(doc)))
      doc.on('update', send)
      const killAt = acknowledged + 20 + round * 7
      await until('enough is acknowledged in mid-flow', () => {
        for (let each = 0; each < 10; each++) {
          n += 1
          text.insert(text.length, `<${n}>`)
          line.mark(n)
        }
        acknowledged = line.stored().at(-1) ?? acknowledged
        return acknowledged >= killAt
      })
      await server.kill9()
      await line.whenClosed()
      acknowledged = line.stored().at(-1) ?? acknowledged
      doc.off('update', send)

      await server.restart()
      const reader = openWriter(server, draftId, browser.cookie())
      await reader.whenSynced()
      const read = reader.read('ziele')
      reader.leave()
      for (let each = 1; each <= acknowledged; each++) expect(read).toContain(`<${each}>`)
    }
    await server.stop()
  })
})
