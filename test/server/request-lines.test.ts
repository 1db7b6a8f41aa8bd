import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { asFrame, FrameStream } from '../../src/protocol/frame-stream.ts'
import { leftCode, maxPacketBytes } from '../../src/protocol/line-packet.ts'
import {
  closeCode,
  encodeMark,
  encodeStored,
  maxFrameBytes,
  messageType,
  syncType,
} from '../../src/protocol/messages.ts'
import { frame, openLine, openWriter, until } from './line.ts'
import { amina, bruno, joinDraft, startDraft } from './person.ts'
import { askLine, enterByRequests, openRequestLine } from './request-line.ts'
import { startTestServer, type TestServer } from '../world/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const enter = async () => {
  const { browser, draftId } = await startDraft(server)
  const place = { server, draftId, headers: { cookie: browser.cookie() } }
  const opened = await enterByRequests(place)
  if (!('line' in opened)) throw new Error(`closed with ${opened.closed}`)
  return { ...place, browser, line: opened.line }
}

/** What an update of these words looks like on the line, frame and all. */
const said = (words: string, doc = new Y.Doc()): Uint8Array => {
  const before = Y.encodeStateVector(doc)
  const text = doc.getText('text/ziele')
  text.insert(text.length, words)
  return asFrame(frame(messageType.sync, syncType.update, Y.encodeStateAsUpdate(doc, before)))
}

const read = async (draftId: string, cookie: string): Promise<string> => {
  const line = await openLine(server, draftId, { cookie })
  line.send(frame(messageType.sync, syncType.step1, Uint8Array.of(0)))
  line.mark(1)
  await until('it is answered', () => line.stored().includes(1))
  const text = line.document().getText('text/ziele').toJSON()
  await line.cut()
  return text
}

describe('21: a line by requests', () => {
  it('takes what comes twice once, and goes on where it was cut', async () => {
    const place = await enter()
    const doc = new Y.Doc()
    const [first, second] = [said('Eins. ', doc), said('Zwei. ', doc)]
    const { line } = place
    const answer = { line: '', closed: 0, offset: first.length, bytes: new Uint8Array(0) }
    expect(await askLine(place, 'send', { line, bytes: first })).toEqual(answer)
    expect(await askLine(place, 'send', { line, bytes: first })).toEqual(answer)
    // The answer was lost, and more was written since: everything not known to have come is sent again.
    const both = Buffer.concat([first, second])
    await askLine(place, 'send', { line, bytes: both })
    // Cut in the middle of a frame.
    const third = said('Drei.', doc)
    await askLine(place, 'send', { line, offset: both.length, bytes: third.subarray(0, 9) })
    await askLine(place, 'send', { line, offset: both.length + 9, bytes: third.subarray(9) })
    expect(await read(place.draftId, place.browser.cookie())).toBe('Eins. Zwei. Drei.')
  })

  it('ends when something is missing in between, in either direction', async () => {
    const one = await enter()
    const gap = await askLine(one, 'send', { line: one.line, offset: 7, bytes: said('Zu früh.') })
    expect(gap.closed).toBe(closeCode.malformed)
    const other = await enter()
    const beyond = await askLine(other, 'receive', { line: other.line, offset: 1_000_000 })
    expect(beyond.closed).toBe(closeCode.malformed)
  })

  it('says again what was not received', async () => {
    const place = await enter()
    const first = await askLine(place, 'receive', { line: place.line })
    expect(new FrameStream().push(first.bytes)).toHaveLength(1)
    expect((await askLine(place, 'receive', { line: place.line })).bytes).toEqual(first.bytes)
    await askLine(place, 'send', { line: place.line, bytes: asFrame(encodeMark(5)) })
    const next = await askLine(place, 'receive', { line: place.line, offset: first.bytes.length })
    expect(new FrameStream().push(next.bytes)).toEqual([encodeStored(5)])
    // What was received is let go of: there is no way back to it.
    expect((await askLine(place, 'receive', { line: place.line })).closed).toBe(closeCode.malformed)
  })

  it('is answered once when it is asked twice at a time', async () => {
    const place = await enter()
    const step1 = await askLine(place, 'receive', { line: place.line })
    const offset = step1.bytes.length
    const earlier = askLine(place, 'receive', { line: place.line, offset })
    const later = askLine(place, 'receive', { line: place.line, offset })
    await askLine(place, 'send', { line: place.line, bytes: asFrame(encodeMark(1)) })
    const answers = await Promise.all([earlier, later])
    expect(answers.map(({ bytes }) => bytes.length)).toEqual([0, asFrame(encodeStored(1)).length])
  })

  it('belongs to the session that opened it, and is nothing without its secret', async () => {
    const place = await enter()
    const stranger = await startDraft(server)
    const headers = { cookie: stranger.browser.cookie() }
    expect((await askLine({ ...place, headers }, 'receive', { line: place.line })).closed).toBe(closeCode.goingAway)
    expect((await askLine(place, 'receive', { line: 'A'.repeat(43) })).closed).toBe(closeCode.goingAway)
    const nobody = { ...place, headers: {} as Record<string, string> }
    expect((await askLine(nobody, 'receive', { line: place.line })).closed).toBe(closeCode.signedOut)
  })

  it('needs a ticket of its session and draft, once', async () => {
    const place = await enter()
    const other = await startDraft(server)
    const ticket = (await place.browser.ask<{ ticket: string }>('POST', `/api/drafts/${place.draftId}/ticket`)).body
      .ticket
    expect(await enterByRequests({ ...place, draftId: other.draftId }, ticket)).toEqual({ closed: closeCode.absent })
    expect(await enterByRequests(place, ticket)).toEqual({ closed: closeCode.ticketUnusable })
    const foreign = { ...place.headers, origin: 'https://elsewhere.example' }
    expect(await enterByRequests({ ...place, headers: foreign })).toEqual({ refusal: 'not-allowed' })
  })

  it('takes no frame that is too large, none of another kind and no packet that is none', async () => {
    const large = await enter()
    const head = asFrame(new Uint8Array(maxFrameBytes + 1)).subarray(0, 100)
    expect((await askLine(large, 'send', { line: large.line, bytes: head })).closed).toBe(closeCode.tooLarge)
    const text = await enter()
    expect((await askLine(text, 'send', { line: text.line, bytes: Uint8Array.of(0x81, 1, 65) })).closed).toBe(
      closeCode.malformed,
    )
    const { status } = await text.browser.ask('POST', `/api/drafts/${text.draftId}/line/send`, Uint8Array.of(9, 9))
    expect(status).toBe(400)
  })

  it('carries more than fits into one packet', async () => {
    const place = await enter()
    const doc = new Y.Doc()
    const words = 'Ein langes Wort. '.repeat(40_000)
    const bytes = said(words, doc)
    expect(bytes.length).toBeGreaterThan(3 * maxPacketBytes)
    for (let offset = 0; offset < bytes.length; offset += maxPacketBytes) {
      const piece = bytes.subarray(offset, offset + maxPacketBytes)
      await askLine(place, 'send', { line: place.line, offset, bytes: piece })
    }
    const reader = await openRequestLine(server, place.draftId, place.headers)
    reader.send(frame(messageType.sync, syncType.step1, Uint8Array.of(0)))
    await until('everything has come', () => reader.document().getText('text/ziele').length === words.length)
    await reader.cut()
  })

  it('ends with the right to be there, and hears of the role that changes', async () => {
    const host = await startDraft(server, amina)
    const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
    const { me } = (await guest.readAccess(host.draftId)).body
    const headers = { cookie: guest.cookie() }
    const line = await openRequestLine(server, host.draftId, headers)
    const asleep = { server, draftId: host.draftId, headers }
    const opened = await enterByRequests(asleep)
    await host.browser.ask('PATCH', `/api/drafts/${host.draftId}/members/${me.id}`, { role: 'viewer' })
    await until('it is told', () => line.heard.some(([type]) => type === messageType.access))
    await host.browser.ask('DELETE', `/api/drafts/${host.draftId}/members/${me.id}`)
    expect(await line.whenClosed()).toBe(closeCode.notAllowed)
    // Who did not ask just then hears it when they do, after everything that was said before.
    const late = await askLine(asleep, 'receive', { line: 'line' in opened ? opened.line : '' })
    expect(late.closed).toBe(closeCode.notAllowed)
    expect(new FrameStream().push(late.bytes).map(([type]) => type)).toContain(messageType.access)
  })

  it('is heard out when it is left, and gives its place back', async () => {
    const small = await startTestServer({ environment: { MAX_SOCKETS_PER_MEMBER: '1' } })
    const { browser, draftId } = await startDraft(small)
    const place = { server: small, draftId, headers: { cookie: browser.cookie() } }
    const opened = await enterByRequests(place)
    const line = 'line' in opened ? opened.line : ''
    expect(await enterByRequests(place)).toEqual({ closed: closeCode.tryLater })
    await askLine(place, 'send', { line, closed: leftCode, bytes: said('Zum Abschied.') })
    const reader = openWriter(small, draftId, browser.cookie())
    await until('it is read', () => reader.read('ziele') === 'Zum Abschied.')
    reader.leave()
    await small.stop()
  })

  it('stands in no log with its secret', async () => {
    const loud = await startTestServer({ asProcess: true, environment: { LOG_LEVEL: 'debug' } })
    const { browser, draftId } = await startDraft(loud)
    const place = { server: loud, draftId, headers: { cookie: browser.cookie() } }
    const opened = await enterByRequests(place)
    const line = 'line' in opened ? opened.line : ''
    await askLine(place, 'send', { line, bytes: said('Leise.') })
    await loud.stop()
    expect(loud.output()).not.toContain(line)
    expect(loud.output()).not.toContain(draftId)
  })
})
