import * as decoding from 'lib0/decoding'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DatabaseSync } from '@photostructure/sqlite'
import { join } from 'node:path'
import * as Y from 'yjs'
import { closeCode, encodeMark, maxFrameBytes, messageType, syncType } from '../../src/protocol/messages.ts'
import { frame, messagesOf, openLine, openWriter, until, type Line } from '../server/line.ts'
import { amina, bruno, carla, joinDraft, newDraftId, openBrowser, startDraft } from '../server/person.ts'
import { fetchTicket } from '../server/ticket.ts'
import { startTestServer, type TestServer } from '../world/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const words = (text: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText('text/ziele').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

const syncKinds = (line: Line): number[] => messagesOf(line, messageType.sync).map(decoding.readVarUint)

const draftWithGuest = async () => {
  const host = await startDraft(server, amina)
  const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
  const aminasLine = await openLine(server, host.draftId, { cookie: host.browser.cookie() })
  const brunosLine = await openLine(server, host.draftId, { cookie: guest.cookie() })
  return { ...host, aminasLine, brunosLine }
}

describe('what browser and server say to each other', () => {
  it('1: opens sync with 0, presence with 1, mark with 100 and stored with 101', () => {
    expect(messageType).toEqual({
      sync: 0,
      awareness: 1,
      mark: 100,
      stored: 101,
      digest: 102,
      sayDigest: 103,
      reload: 104,
      access: 110,
    })
    expect([...encodeMark(7)]).toEqual([100, 7])
  })

  it('2: the server asks first, and answers with step 2 last', async () => {
    const { aminasLine, brunosLine } = await draftWithGuest()
    aminasLine.sendUpdate(words('Wir wollen mehr Begegnung.'))
    aminasLine.mark(1)
    await until('the words are stored', () => aminasLine.stored().includes(1))
    expect(syncKinds(brunosLine)[0]).toBe(syncType.step1)

    brunosLine.send(frame(messageType.sync, syncType.step1, Uint8Array.of(0)))
    await until('step 2 is heard', () => syncKinds(brunosLine).includes(syncType.step2))
    expect(syncKinds(brunosLine).at(-1)).toBe(syncType.step2)
    expect(brunosLine.document().getText('text/ziele').toJSON()).toBe('Wir wollen mehr Begegnung.')
  })

  it('3: what one hears of others is on disk already', async () => {
    const { aminasLine, brunosLine, draftId } = await draftWithGuest()
    const update = words('Schon auf der Platte.')
    aminasLine.send(frame(messageType.sync, syncType.step2, update))
    await until('Bruno hears it', () => syncKinds(brunosLine).includes(syncType.update))

    const database = new DatabaseSync(join(server.dataDir, 'einvernehmen.sqlite'), { readOnly: true })
    const rows = database.prepare('select bytes from updates where draft_id = ?').all(draftId)
    database.close()
    expect(rows).toEqual([{ bytes: update }])
  })

  it('4: one stored answers every mark up to it, after a reconnection too', async () => {
    const { aminasLine, draftId, browser } = await draftWithGuest()
    aminasLine.sendUpdate(words('eins'))
    aminasLine.mark(41)
    await until('41 is stored', () => aminasLine.stored().includes(41))
    await aminasLine.cut()

    const again = await openLine(server, draftId, { cookie: browser.cookie() })
    again.sendUpdate(words('zwei'))
    again.mark(42)
    await until('42 is stored', () => again.stored().includes(42))
    expect(again.stored()).toEqual([42])
  })

  it('5: a client that sends no marks hears no stored and works all the same', async () => {
    const { browser, draftId, brunosLine } = await draftWithGuest()
    const stock = openWriter(server, draftId, browser.cookie())
    await stock.whenSynced()
    stock.write('ziele', 'Ohne Marken.')
    await until('Bruno hears it', () => brunosLine.document().getText('text/ziele').toJSON() === 'Ohne Marken.')
    expect(messagesOf(brunosLine, messageType.stored)).toEqual([])
    stock.leave()
  })

  it.each([
    ['larger than 1 MiB', new Uint8Array(maxFrameBytes + 1), closeCode.tooLarge],
    ['of text', 'hallo', closeCode.malformed],
    ['of nothing', new Uint8Array(), closeCode.malformed],
    ['cut off', frame(messageType.sync, syncType.update, words('abgeschnitten')).slice(0, 12), closeCode.malformed],
  ])('6, B17: a frame %s closes the line and leaves no trace', async (_kind, bytes, code) => {
    const { aminasLine, brunosLine, browser, draftId } = await draftWithGuest()
    aminasLine.send(bytes)
    expect(await aminasLine.whenClosed()).toBe(code)

    const newcomer = openWriter(server, draftId, browser.cookie())
    await newcomer.whenSynced()
    expect(newcomer.doc.store.clients.size).toBe(0)
    expect(syncKinds(brunosLine)).toEqual([syncType.step1])
    newcomer.leave()
  })

  it('7, B18: without a ticket 4401, with one of another draft 4404, with a useless one 4510; readers who write 4403', async () => {
    const host = await startDraft(server, amina)
    const stranger = await startDraft(server, carla)
    const ask = async (draftId: string, cookie: string) => fetchTicket(server, draftId, cookie)
    expect(await ask(host.draftId, '')).toEqual({ ok: false, refusal: 'signed-out' })
    expect(await ask(newDraftId(), '')).toEqual({ ok: false, refusal: 'signed-out' })
    expect(await ask(host.draftId, stranger.browser.cookie())).toEqual({ ok: false, refusal: 'absent' })
    expect(await ask(newDraftId(), stranger.browser.cookie())).toEqual({ ok: false, refusal: 'absent' })

    const closeOf = async (draftId: string, cookie: string, ticket?: string) =>
      (await openLine(server, draftId, { cookie }, ticket ? { ticket } : {})).whenClosed()
    const cookie = stranger.browser.cookie()
    const ticket = async () => {
      const fetched = await ask(stranger.draftId, cookie)
      return fetched.ok ? fetched.value : ''
    }
    expect(await closeOf(host.draftId, cookie)).toBe(closeCode.signedOut)
    expect(await closeOf(host.draftId, cookie, await ticket())).toBe(closeCode.absent)
    expect(await closeOf(newDraftId(), cookie, await ticket())).toBe(closeCode.absent)
    expect(await closeOf('../../etc/passwd', cookie, await ticket())).toBe(closeCode.absent)
    expect(await closeOf(stranger.draftId, cookie, 'x'.repeat(43))).toBe(closeCode.ticketUnusable)

    const reader = await joinDraft(server, host, { ...bruno, role: 'viewer' })
    const line = await openLine(server, host.draftId, { cookie: reader.cookie() })
    line.sendUpdate(words('Das darf ich nicht.'))
    expect(await line.whenClosed()).toBe(closeCode.notAllowed)
  })

  it('8: refusals are final codes told after the upgrade, everything else is not', async () => {
    const line = await openLine(server, newDraftId(), { cookie: '' })
    expect(await line.whenClosed()).toBeGreaterThanOrEqual(4400)
    const { storeFailed, ticketUnusable, goingAway, tryLater, ...final } = closeCode
    for (const code of Object.values(final)) expect(code).toSatisfy((each: number) => each >= 4400 && each <= 4499)
    for (const code of [storeFailed, ticketUnusable, goingAway, tryLater])
      expect(code).toSatisfy((each: number) => each < 4400 || each > 4499)
  })

  it('9: a renewal of presence comes back to its sender', async () => {
    const { aminasLine, brunosLine } = await draftWithGuest()
    aminasLine.sendPresence([{ clientId: 5, clock: 1, state: '{"person":null}' }])
    aminasLine.sendPresence([{ clientId: 5, clock: 2, state: '{"person":null}' }])
    const clocks = (line: Line) => line.presence().map(({ clock }) => clock)
    await until('both have heard it', () => clocks(aminasLine).includes(2) && clocks(brunosLine).includes(2))
    expect(clocks(aminasLine)).toEqual(clocks(brunosLine))
  })

  it('10: a secret in an address opens nothing', async () => {
    const host = await startDraft(server, amina)
    const { secret } = (await host.browser.invite(host.draftId, { ...bruno, role: 'editor' })).body
    const guest = openBrowser(server)
    const query = `?draftId=${host.draftId}&secret=${secret}&name=Bruno`
    expect((await guest.ask('GET', `/api/invitations/redeem${query}`)).status).toBe(404)
    expect((await guest.ask('POST', `/api/invitations/redeem${query}`, {})).status).toBe(400)
    const line = await openLine(server, `${host.draftId}?secret=${secret}`, {})
    expect(await line.whenClosed()).toBe(closeCode.signedOut)
    expect((await guest.redeem(host.draftId, secret, 'Bruno')).status).toBe(200)
  })

  it('11: a ticket opens one socket of the session it was given to', async () => {
    const { browser, draftId } = await startDraft(server, amina)
    const other = await startDraft(server, carla)
    const ticket = async () => {
      const fetched = await fetchTicket(server, draftId, browser.cookie())
      if (!fetched.ok) throw new Error(fetched.refusal)
      return fetched.value
    }
    const once = await ticket()
    const line = await openLine(server, draftId, { cookie: browser.cookie() }, { ticket: once })
    line.mark(1)
    await until('the line answers', () => line.stored().includes(1))
    const again = await openLine(server, draftId, { cookie: browser.cookie() }, { ticket: once })
    expect(await again.whenClosed()).toBe(closeCode.ticketUnusable)
    const stolen = await openLine(server, draftId, { cookie: other.browser.cookie() }, { ticket: await ticket() })
    expect(await stolen.whenClosed()).toBe(closeCode.ticketUnusable)
    const bare = await openLine(server, draftId, {}, { ticket: await ticket() })
    expect(await bare.whenClosed()).toBe(closeCode.signedOut)
  })

  it('17: who may do something else now is told so, and judged by it at once, and all others look who is there', async () => {
    const host = await startDraft(server, amina)
    const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
    const member = (await guest.readAccess(host.draftId)).body.me
    const line = await openLine(server, host.draftId, { cookie: guest.cookie() })
    const others = await openLine(server, host.draftId, { cookie: host.browser.cookie() })
    await host.browser.ask('PATCH', `/api/drafts/${host.draftId}/members/${member.id}`, { role: 'viewer' })
    await until('they are told', () =>
      [line, others].every((each) => messagesOf(each, messageType.access).length === 1),
    )
    line.sendUpdate(words('Zu spät.'))
    expect(await line.whenClosed()).toBe(closeCode.notAllowed)
  })
})
