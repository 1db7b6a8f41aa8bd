import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { encodePresence } from '../../server/sync/frames.ts'
import { closeCode, messageType, syncType } from '../../src/protocol/messages.ts'
import { frame, messagesOf, openLine, openWriter, until } from './line.ts'
import { openRequestLine } from './request-line.ts'
import { amina, bruno, joinDraft, startDraft } from './person.ts'
import { startTestServer } from '../world/server.ts'

afterEach(() => {
  vi.useRealTimers()
})

const words = (text: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText('text/ziele').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

describe.each([
  ['a line by socket', openLine],
  ['a line by requests', openRequestLine],
])('%s', (_form, open) => {
  it('hears something every 25 seconds, and is ended when nobody answers on it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const server = await startTestServer()
    const { browser, draftId } = await startDraft(server)
    const headers = { cookie: browser.cookie() }
    const alive = await open(server, draftId, headers)
    const dead = await open(server, draftId, headers, { autoPong: false })
    for (let beat = 1; beat <= 3; beat++) {
      vi.advanceTimersByTime(25_000)
      await until(`beat ${beat} is heard`, () => messagesOf(alive, messageType.awareness).length === beat)
      // The answer to the ping is on its way before this mark, on the same line.
      alive.mark(beat)
      await until('the answer arrived', () => alive.stored().includes(beat))
    }
    await dead.whenClosed()
    expect(alive.closed).toBeNull()
    await server.stop()
  })

  it('is closed for a moment when the server stops, with everything sent before stored', async () => {
    const server = await startTestServer()
    const { browser, draftId } = await startDraft(server)
    const line = await open(server, draftId, { cookie: browser.cookie() })
    line.sendUpdate(words('Kurz vor Schluss.'))
    line.mark(1)
    await until('it is stored', () => line.stored().includes(1))
    await server.restart()
    expect(await line.whenClosed()).toBe(closeCode.goingAway)
    const reader = openWriter(server, draftId, browser.cookie())
    await until('it is read', () => reader.read('ziele') === 'Kurz vor Schluss.')
    reader.leave()
    await server.stop()
  })

  it.each([
    [
      'a step 1 with a broken state vector',
      frame(messageType.sync, syncType.step1, Uint8Array.of(5, 1)),
      closeCode.malformed,
    ],
    ['an unknown kind of sync', frame(messageType.sync, 9, Uint8Array.of(0)), closeCode.malformed],
    ['a state vector of 300 kB', frame(messageType.sync, syncType.step1, new Uint8Array(300_000)), closeCode.tooLarge],
    [
      'B6: a report with a state vector of 300 kB',
      frame(messageType.digest, 0, new Uint8Array(300_000), new Uint8Array(64)),
      closeCode.tooLarge,
    ],
    [
      'M13: the presence of forty thousand',
      encodePresence(Array.from({ length: 40_000 }, (_, clientId) => ({ clientId, clock: 1, state: '{}' }))),
      closeCode.tooLarge,
    ],
    ['presence that is no JSON', frame(messageType.awareness, Uint8Array.of(1, 1, 1, 1, 123)), closeCode.malformed],
    ['a mark without a number', Uint8Array.of(messageType.mark), closeCode.malformed],
    ['bytes behind the end', Uint8Array.of(0, 0, 1, 0, 7), closeCode.malformed],
  ])('with %s is closed', async (_what, bytes, code) => {
    const server = await startTestServer()
    const { browser, draftId } = await startDraft(server)
    const line = await open(server, draftId, { cookie: browser.cookie() })
    line.send(bytes)
    expect(await line.whenClosed()).toBe(code)
    await server.stop()
  })

  it('goes on when it hears a message of a newer app', async () => {
    const server = await startTestServer()
    const { browser, draftId } = await startDraft(server)
    const line = await open(server, draftId, { cookie: browser.cookie() })
    line.send(frame(150, 1, 2, 3))
    line.mark(1)
    await until('it is answered', () => line.stored().includes(1))
    expect(line.closed).toBeNull()
    await server.stop()
  })

  it('of a reader may repeat what everyone knows, and nothing else', async () => {
    const server = await startTestServer()
    const host = await startDraft(server, amina)
    const reader = await joinDraft(server, host, { ...bruno, role: 'viewer' })
    const writer = openWriter(server, host.draftId, host.browser.cookie())
    await writer.whenSynced()
    writer.write('ziele', 'Das steht hier. Das nicht.')
    writer.doc.getText('text/ziele').delete(15, 11)

    const viewer = openWriter(server, host.draftId, reader.cookie())
    await until('the reader reads', () => viewer.read('ziele') === 'Das steht hier.')
    // At each reconnection a stock client repeats all deletions in its step 2.
    viewer.provider.disconnect()
    viewer.provider.connect()
    await viewer.whenSynced()
    const line = await open(server, host.draftId, { cookie: reader.cookie() })
    line.send(frame(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(viewer.doc)))
    line.mark(1)
    await until('the repetition is fine', () => line.stored().includes(1))
    expect(viewer.provider.wsconnected).toBe(true)

    const codes: number[] = []
    viewer.provider.on('closed', ({ code }) => codes.push(code))
    viewer.write('ziele', ' Und ich auch.')
    await until('the reader is refused', () => codes.includes(closeCode.notAllowed))
    expect(writer.read('ziele')).toBe('Das steht hier.')
    writer.leave()
    viewer.leave()
    await server.stop()
  })
})
