import { DatabaseSync } from '@photostructure/sqlite'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createTickets, ticketLifeMs } from '../../server/access/tickets.ts'
import type { DraftAccess } from '../../src/domain/draft-access.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { HeldBackChange } from '../../src/domain/held-back.ts'
import type { Role } from '../../src/domain/role.ts'
import { closeCode } from '../../src/protocol/messages.ts'
import type { AuditPage, OwnSession } from '../../src/protocol/team-http.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { busyMs } from '../world/spoil.ts'
import { openLine, openWriter, until } from './line.ts'
import { amina, bruno, carla, joinDraft, openBrowser, startDraft, type Browser } from './person.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const refusedWith = (status: number, refusal: string) => ({ status, body: { refusal } })

const withGuest = async (role: Role = 'editor') => {
  const host = await startDraft(server, amina)
  const guest = await joinDraft(server, host, { ...bruno, role })
  const members = (await host.browser.readAccess(host.draftId)).body.members
  const idOf = (name: string) => members.find((member) => member.name === name)?.id ?? ''
  return { ...host, guest, at: `/api/drafts/${host.draftId}`, aminaId: idOf(amina.name), brunoId: idOf(bruno.name) }
}

const readAudit = async (browser: Browser, draftId: DraftId) =>
  (await browser.ask<AuditPage>('GET', `/api/drafts/${draftId}/audit`)).body

const words = (text: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText('text/ziele').insert(0, `${text}\n`)
  return Y.encodeStateAsUpdate(doc)
}

describe('the last owner', () => {
  it('neither leaves nor becomes less; with a second one both can', async () => {
    const { browser, guest, at, aminaId, brunoId } = await withGuest()
    const lastOwner = refusedWith(409, 'last-owner')
    expect(await browser.ask('DELETE', `${at}/members/${aminaId}`)).toMatchObject(lastOwner)
    expect(await browser.ask('PATCH', `${at}/members/${aminaId}`, { role: 'editor' })).toMatchObject(lastOwner)
    expect((await browser.ask('PATCH', `${at}/members/${brunoId}`, { role: 'owner' })).status).toBe(204)
    expect((await browser.ask('DELETE', `${at}/members/${aminaId}`)).status).toBe(204)
    expect(await guest.ask('DELETE', `${at}/members/${brunoId}`)).toMatchObject(lastOwner)
    expect(await browser.ask('GET', at)).toMatchObject(refusedWith(403, 'removed'))
  })
})

describe('removal', () => {
  it('ends an open line and every later one, and leaves the draft on nobody’s list', async () => {
    const { browser, guest, at, draftId, brunoId } = await withGuest()
    const line = await openLine(server, draftId, { cookie: guest.cookie() })
    line.mark(1)
    await until('Bruno is in', () => line.stored().includes(1))
    await browser.ask('DELETE', `${at}/members/${brunoId}`)
    expect(await line.whenClosed()).toBe(closeCode.notAllowed)
    expect(await guest.ask('POST', `${at}/ticket`)).toMatchObject(refusedWith(403, 'removed'))
    expect((await guest.myDrafts()).body.drafts).toEqual([])
    const { secret } = (await browser.invite(draftId, { ...bruno, role: 'viewer' })).body
    expect((await guest.redeem(draftId, secret, bruno.name)).body.me).toMatchObject({ ...bruno, role: 'viewer' })
  })
})

describe('confirmation', () => {
  it('lets new writers wait until an owner confirms, and readers in at once', async () => {
    const host = await startDraft(server, amina)
    const at = `/api/drafts/${host.draftId}`
    expect((await host.browser.ask('PUT', `${at}/settings`, { confirmsWriters: true })).status).toBe(204)
    const { secret } = (await host.browser.invite(host.draftId, { ...bruno, role: 'editor' })).body
    const guest = openBrowser(server)
    const pending = refusedWith(403, 'pending')
    expect(await guest.redeem(host.draftId, secret, bruno.name)).toMatchObject(pending)
    expect(await guest.readAccess(host.draftId)).toMatchObject(pending)
    expect(await guest.ask('POST', `${at}/ticket`)).toMatchObject(pending)
    const { pending: waiting, members } = (await host.browser.readAccess(host.draftId)).body
    expect(waiting).toMatchObject([bruno])
    expect(members).toHaveLength(1)
    expect((await host.browser.ask('POST', `${at}/members/${waiting[0]?.id}/confirm`)).status).toBe(204)
    expect((await guest.readAccess(host.draftId)).body.me).toMatchObject({ ...bruno, role: 'editor' })
    await joinDraft(server, host, { ...carla, role: 'viewer' })
  })

  it('lets a new owner wait as well: until an owner confirms them they lead nothing, and the last owner stays', async () => {
    const { browser, draftId, guest: editor, at, aminaId } = await withGuest()
    expect((await browser.ask('PUT', `${at}/settings`, { confirmsWriters: true })).status).toBe(204)
    const { secret } = (await browser.invite(draftId, { ...carla, role: 'owner' })).body
    const owner = openBrowser(server)
    const pending = refusedWith(403, 'pending')
    expect(await owner.redeem(draftId, secret, carla.name)).toMatchObject(pending)
    const [waiting] = (await browser.readAccess(draftId)).body.pending
    expect(waiting).toMatchObject({ ...carla, role: 'owner' })

    const confirm = (by: Browser) => by.ask('POST', `${at}/members/${waiting?.id}/confirm`)
    expect(await confirm(owner)).toMatchObject(pending)
    expect(await confirm(editor)).toMatchObject(refusedWith(403, 'not-allowed'))
    expect(await owner.ask('PUT', `${at}/settings`, { confirmsWriters: false })).toMatchObject(pending)
    expect(await owner.ask('POST', `${at}/recovery-code`)).toMatchObject(pending)
    expect(await owner.ask('POST', `${at}/ticket`)).toMatchObject(pending)
    const lastOwner = refusedWith(409, 'last-owner')
    expect(await browser.ask('DELETE', `${at}/members/${aminaId}`)).toMatchObject(lastOwner)

    expect((await confirm(browser)).status).toBe(204)
    expect((await owner.readAccess(draftId)).body.me).toMatchObject({ ...carla, role: 'owner' })
    const { entries } = await readAudit(owner, draftId)
    expect(entries[0]).toMatchObject({ event: 'confirmed', actorId: aminaId, subjectId: waiting?.id, detail: 'owner' })
    expect((await browser.ask('DELETE', `${at}/members/${aminaId}`)).status).toBe(204)
  })
})

describe('what comes too late', () => {
  const losesWriting = async () => {
    const draft = await withGuest()
    await draft.browser.ask('PATCH', `${draft.at}/members/${draft.brunoId}`, { role: 'viewer' })
    return draft
  }

  it('is handed over once, read as words and accepted in its author’s name', async () => {
    const { browser, guest, at, draftId } = await losesWriting()
    expect((await guest.ask('POST', `${at}/hand-over`, words('Im Saal geschrieben.'))).status).toBe(204)
    expect(await guest.ask('POST', `${at}/hand-over`, words('Später.'))).toMatchObject(refusedWith(403, 'not-allowed'))
    expect((await browser.readAccess(draftId)).body.heldBack).toBe(1)
    expect((await guest.readAccess(draftId)).body.heldBack).toBe(0)
    const { changes } = (await browser.ask<{ changes: HeldBackChange[] }>('GET', `${at}/held-back`)).body
    expect(changes).toMatchObject([
      { sections: [{ sectionId: 'ziele', written: ['Im Saal geschrieben.'], struck: [] }] },
    ])
    const reader = openWriter(server, draftId, browser.cookie())
    await reader.whenSynced()
    expect((await browser.ask('POST', `${at}/held-back/${changes[0]?.id}/accept`)).status).toBe(204)
    await until('it is in the draft', () => reader.read('ziele').includes('Im Saal geschrieben.'))
    reader.leave()
    expect((await browser.readAccess(draftId)).body.heldBack).toBe(0)
  })

  it('is dropped, and refused from those who never lost anything or send no update', async () => {
    const { browser, guest, at } = await losesWriting()
    expect(await browser.ask('POST', `${at}/hand-over`, words('x'))).toMatchObject(refusedWith(403, 'not-allowed'))
    expect(await guest.ask('POST', `${at}/hand-over`, Uint8Array.of(255, 1))).toMatchObject(refusedWith(400, 'invalid'))
    expect((await guest.ask('POST', `${at}/hand-over`, words('Weg damit.'))).status).toBe(204)
    const { changes } = (await browser.ask<{ changes: HeldBackChange[] }>('GET', `${at}/held-back`)).body
    expect((await browser.ask('DELETE', `${at}/held-back/${changes[0]?.id}`)).status).toBe(204)
    expect((await browser.ask('DELETE', `${at}/held-back/${changes[0]?.id}`)).status).toBe(404)
  })
})

describe('a recovery code', () => {
  it('brings an owner back on a new device, once, however it is typed', async () => {
    const { browser, draftId } = await startDraft(server, amina)
    const made = await browser.ask<{ code: string }>('POST', `/api/drafts/${draftId}/recovery-code`)
    const { code } = made.body
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)
    const typed = code.toLowerCase().replace(/(.{4})/g, '$1-')
    const device = openBrowser(server)
    expect(await device.ask('POST', '/api/recovery', { code: '0'.repeat(20) })).toMatchObject({ status: 410 })
    expect(device.cookie()).not.toMatch(/(^|; )sid=/)
    const back = await device.ask<DraftAccess>('POST', '/api/recovery', { code: typed })
    expect(back.body).toMatchObject({ draftId, me: { ...amina, role: 'owner' }, members: [amina] })
    expect((await openBrowser(server).ask('POST', '/api/recovery', { code })).status).toBe(410)

    const { sessions } = (await device.ask<{ sessions: OwnSession[] }>('GET', '/api/sessions')).body
    expect(sessions.filter(({ current }) => current)).toHaveLength(1)
    expect(sessions).toHaveLength(2)
    const line = await openLine(server, draftId, { cookie: browser.cookie() })
    line.mark(1)
    await until('the first device is in', () => line.stored().includes(1))
    expect((await device.ask('DELETE', '/api/sessions')).status).toBe(204)
    expect(await line.whenClosed()).toBe(closeCode.signedOut)
    expect((await browser.readAccess(draftId)).status).toBe(401)
  })
})

describe('the audit trail', () => {
  it('tells who did what to whom without any text, and notices a line changed afterwards', async () => {
    const { browser, at, draftId, guest, brunoId } = await withGuest()
    await browser.ask('PATCH', `${at}/members/${brunoId}`, { role: 'commenter' })
    const { invitation, secret } = (await browser.invite(draftId, { ...carla, role: 'viewer' })).body
    await browser.withdraw(draftId, invitation.id)
    await openBrowser(server).redeem(draftId, secret, 'Carla')
    await guest.ask('DELETE', `${at}/members/${brunoId}`)
    const page = await readAudit(browser, draftId)
    expect(page.entries.map(({ event }) => event).toReversed()).toEqual([
      'draft-started',
      'invitation-made',
      'invitation-used',
      'joined',
      'role-changed',
      'invitation-made',
      'invitation-withdrawn',
      'invitation-refused',
      'left',
    ])
    expect(page).toMatchObject({ brokenAt: null, length: 9, head: page.entries[0]?.hash })
    expect(page.people.map(({ name }) => name).sort()).toEqual([amina.name, bruno.name, bruno.name, carla.name].sort())

    const database = new DatabaseSync(join(server.dataDir, 'einvernehmen.sqlite'), { timeout: busyMs })
    database.prepare("update audit set detail = 'owner' where draft_id = ? and seq = 5").run(draftId)
    database.close()
    expect((await readAudit(browser, draftId)).brokenAt).toBe(5)
  })

  it('names who sent an update that was refused, and why, once however often it is tried', async () => {
    const { browser, draftId, guest, brunoId } = await withGuest()
    const strange = new Y.Doc()
    strange.getText('nowhere').insert(0, 'x')
    for (let attempt = 0; attempt < 2; attempt++) {
      const line = await openLine(server, draftId, { cookie: guest.cookie() })
      line.sendUpdate(Y.encodeStateAsUpdate(strange))
      expect(await line.whenClosed()).toBe(closeCode.unfit)
    }
    await until('the refusal is in the trail', async () =>
      (await readAudit(browser, draftId)).entries.some(({ event }) => event === 'update-refused'),
    )
    const refusals = (await readAudit(browser, draftId)).entries.filter(({ event }) => event === 'update-refused')
    expect(refusals).toMatchObject([{ actorId: brunoId, detail: 'unfit' }])
  })
})

describe('a ticket', () => {
  it('expires after a minute and is taken back when its ground is gone', () => {
    let now = 0
    const tickets = createTickets(() => now)
    const draftId = 'd' as DraftId
    const member = { ...amina, id: 'a', role: 'editor', joinedAt: 0 } as const
    const issue = () => tickets.issue({ draftId, documentId: draftId, callId: 'c', member, sessionId: 's' })
    const late = issue()
    now = ticketLifeMs
    expect(tickets.redeem(late, 's')).toBeNull()
    const revoked = issue()
    tickets.revoke({ name: 'role', draftId: 'd' as DraftId, memberId: 'a', role: 'viewer' })
    expect(tickets.redeem(revoked, 's')).toBeNull()
    const good = issue()
    expect(tickets.redeem(good, 'other')).toBeNull()
    expect(tickets.redeem(good, 's')).toMatchObject({ member })
    expect(tickets.redeem(good, 's')).toBeNull()
  })
})
