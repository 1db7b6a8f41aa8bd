import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditPage } from '../../src/protocol/team-http.ts'
import { messageType } from '../../src/protocol/messages.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { messagesOf, openLine, until } from './line.ts'
import { amina, bruno, carla, joinDraft, startDraft } from './person.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const refusedWith = (status: number, refusal: string) => ({ status, body: { refusal } })

describe('who may agree for an organisation', () => {
  it('is said by who leads, in the invitation or later, is heard by everyone and stands in the trail', async () => {
    const host = await startDraft(server, amina)
    const { browser: owner, draftId } = host
    const at = `/api/drafts/${draftId}`
    const town = await joinDraft(server, host, { ...bruno, role: 'viewer', signing: 'authorised' })
    expect((await owner.readAccess(draftId)).body.me.signing).toBe('authorised')
    expect((await town.readAccess(draftId)).body.me.signing).toBe('authorised')

    const clerk = await joinDraft(server, host, { ...carla, role: 'editor' })
    const { me } = (await clerk.readAccess(draftId)).body
    expect(me.signing).toBeUndefined()
    const path = `${at}/members/${me.id}/signing`
    expect(await clerk.ask('PUT', path, { signing: 'authorised' })).toMatchObject(refusedWith(403, 'not-allowed'))
    const invitation = { ...bruno, role: 'viewer', signing: 'deputy' } as const
    expect(await clerk.invite(draftId, invitation)).toMatchObject(refusedWith(403, 'not-allowed'))
    expect(await owner.ask('PUT', path, { signing: 'everyone' })).toMatchObject(refusedWith(400, 'invalid'))
    expect(await owner.ask('PUT', `${at}/members/nobody/signing`, { signing: null })).toMatchObject(
      refusedWith(404, 'absent'),
    )

    const line = await openLine(server, draftId, { cookie: clerk.cookie() })
    line.mark(1)
    await until('the clerk is in', () => line.stored().includes(1))
    const changes = () => messagesOf(line, messageType.access).length
    const heard = changes()
    expect((await owner.ask('PUT', path, { signing: 'deputy' })).status).toBe(204)
    await until('the clerk is told', () => changes() > heard)
    expect((await clerk.readAccess(draftId)).body.me.signing).toBe('deputy')
    expect((await owner.ask('PUT', path, { signing: null })).status).toBe(204)
    expect((await clerk.readAccess(draftId)).body.me.signing).toBeUndefined()
    await line.cut()

    const { entries } = (await owner.ask<AuditPage>('GET', `${at}/audit`)).body
    const told = entries.filter(({ event }) => event === 'signing-changed').map(({ detail }) => detail)
    expect(told).toEqual(['none', 'deputy', 'authorised'])
  })
})
