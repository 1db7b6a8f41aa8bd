import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { maxUnsentBytes } from '../../server/sync/socket-guest.ts'
import { closeCode } from '../../src/protocol/messages.ts'
import { startTestServer } from '../world/server.ts'
import { openLine, openWriter, until } from './line.ts'
import { amina, bruno, joinDraft, startDraft } from './person.ts'

it('13, B16: one of fifty who does not read is let go, holds up nobody and catches up', async () => {
  const server = await startTestServer({ limits: { socketsPerAddress: 60, socketsPerDraft: 60, socketsPerMember: 60 } })
  const host = await startDraft(server, amina)
  const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
  const open = () => openLine(server, host.draftId, { cookie: guest.cookie() })
  const sleeper = await open()
  sleeper.pause()
  const readers = await Promise.all(Array.from({ length: 49 }, open))

  const doc = new Y.Doc()
  let chapter: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => chapter.push(update))
  let writer = await openLine(server, host.draftId, { cookie: host.browser.cookie() })
  /** Comes again when it is asked to: so much that is deleted at once has to be compacted in between. */
  const sendChapter = async (n: number): Promise<boolean> => {
    if (writer.closed !== null) writer = await openLine(server, host.draftId, { cookie: host.browser.cookie() })
    const line = writer
    for (const update of chapter) line.sendUpdate(update)
    line.mark(n)
    await until('the server answers', () => line.closed !== null || line.stored().includes(n))
    // A busy server gives no ticket for a moment.
    expect([null, closeCode.tryLater, closeCode.signedOut]).toContain(line.closed?.code ?? null)
    return line.closed === null
  }
  const text = doc.getText('text/ziele')
  // More than the server holds for anybody and the system's own buffers on both sides.
  const systemBytes = 10_000_000
  const chapters = 20
  for (let n = 1; n <= chapters; n++) {
    chapter = []
    text.insert(0, 'x'.repeat(1_000_000))
    text.delete(0, 1_000_000)
    text.insert(0, `Kapitel ${n}. `)
    await until(`chapter ${n} is stored`, () => sendChapter(n))
    await until('the others have heard it', () => readers.every(({ heard }) => heard.length > 3 * n))
    // Only their number counts.
    for (const reader of readers) reader.heard = reader.heard.map(() => Uint8Array.of(0))
  }
  expect(readers.every(({ closed }) => closed === null)).toBe(true)
  sleeper.resume()
  expect(await sleeper.whenClosed()).toBe(closeCode.tryLater)
  // What waited for the sleeper: the server's share, one more write, and what the system holds on both sides.
  const waited = sleeper.heard.reduce((sum, { length }) => sum + length, 0)
  expect(waited).toBeLessThan(maxUnsentBytes + 1_000_000 + systemBytes)
  const back = openWriter(server, host.draftId, guest.cookie())
  await until('it reads everything', () => back.read('ziele') === text.toJSON())
  back.leave()
  await server.stop()
})
