import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLine, openWriter } from './line.ts'
import { amina, bruno, callId, carla, joinDraft, newDraftId, openBrowser, startDraft } from './person.ts'
import { startTestServer, type TestServer } from '../world/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const wrongSecret = 'x'.repeat(43)
const unusable = { status: 410, body: { refusal: 'invitation-unusable' } }
const absent = { status: 404, body: { refusal: 'absent' } }

describe('starting a draft', () => {
  it('makes its first person the owner, and lists it from then on', async () => {
    const browser = openBrowser(server)
    expect((await browser.myDrafts()).body).toEqual({ drafts: [] })
    const started = await browser.start(amina)
    expect(started.status).toBe(201)
    expect(started.body).toMatchObject({ callId, me: { ...amina, role: 'owner' }, members: [amina], invitations: [] })
    const { drafts } = (await browser.myDrafts()).body
    expect(drafts).toEqual([{ draftId: started.body.draftId, callId, title: '', me: started.body.me }])
  })

  it('says the same again to the same browser, and nothing to another', async () => {
    const { browser, draftId } = await startDraft(server)
    const again = await browser.start(amina, draftId)
    expect(again).toMatchObject({ status: 200, body: { draftId, members: [amina] } })
    expect(await openBrowser(server).start(bruno, draftId)).toMatchObject(absent)
  })

  it('can be repeated when the first answer was lost with its cookie', async () => {
    const browser = openBrowser(server)
    await browser.myDrafts()
    const lost = openBrowser(server)
    const draftId = newDraftId()
    const offered = { cookie: browser.cookie() }
    expect((await lost.ask('POST', '/api/drafts', { draftId, callId, person: amina }, offered)).status).toBe(201)
    expect((await browser.start(amina, draftId)).status).toBe(200)
    expect((await browser.readAccess(draftId)).body.members).toHaveLength(1)
  })

  it('refuses a call the server does not know and bodies of another shape', async () => {
    const browser = openBrowser(server)
    const invalid = { status: 400, body: { refusal: 'invalid' } }
    const draftId = newDraftId()
    for (const body of [
      { draftId, callId: 'no-such-call', person: amina },
      { draftId: '../../etc/passwd', callId, person: amina },
      { draftId, callId, person: { ...amina, sector: 'wizards' } },
      { draftId, callId, person: { ...amina, name: ' ' } },
      null,
    ])
      expect(await browser.ask('POST', '/api/drafts', body)).toMatchObject(invalid)
  })
})

describe('a draft that is not yours', () => {
  it('looks like one that does not exist, and without a session like none', async () => {
    const { draftId } = await startDraft(server)
    const stranger = (await startDraft(server, carla)).browser
    const [foreign, missing] = await Promise.all([stranger.readAccess(draftId), stranger.readAccess(newDraftId())])
    expect(foreign).toMatchObject(absent)
    expect({ status: foreign.status, body: foreign.body }).toEqual({ status: missing.status, body: missing.body })
    expect(await stranger.invite(draftId, { ...bruno, role: 'editor' })).toMatchObject(absent)
    expect(await stranger.withdraw(draftId, 'any')).toMatchObject(absent)
    const nobody = openBrowser(server)
    expect(await nobody.readAccess(draftId)).toMatchObject({ status: 401, body: { refusal: 'signed-out' } })
    expect(await nobody.readAccess(newDraftId())).toMatchObject({ status: 401, body: { refusal: 'signed-out' } })
  })
})

describe('an invitation', () => {
  it('shows who invites to what, lets one person in once, and then is used up', async () => {
    const host = await startDraft(server, amina)
    const writer = openWriter(server, host.draftId, host.browser.cookie())
    await writer.whenSynced()
    writer.doc.getMap('fields').set('place.name', 'Schwerte')
    writer.doc.getMap('fields').set('partner/1/name', 'Bürgerstiftung')
    writer.doc.getMap('fields').set('partner/1/sector', 'civil')
    const { invitation, secret } = (await host.browser.invite(host.draftId, { ...bruno, role: 'editor' })).body
    expect((await host.browser.readAccess(host.draftId)).body.invitations).toEqual([invitation])

    const guest = openBrowser(server)
    await expect
      .poll(() => guest.look(host.draftId, secret))
      .toMatchObject({
        status: 200,
        body: {
          draftId: host.draftId,
          callId,
          title: 'Schwerte',
          inviter: amina,
          invited: { ...bruno, role: 'editor' },
          organisations: [
            { name: 'Bürgerstiftung', sector: 'civil' },
            { name: amina.organisation, sector: 'civil' },
          ],
          expiresAt: invitation.expiresAt,
        },
      })
    const joined = await guest.redeem(host.draftId, secret, 'Bruno K.')
    expect(joined).toMatchObject({ status: 200, body: { me: { ...bruno, name: 'Bruno K.', role: 'editor' } } })
    expect(joined.body.invitations).toEqual([])
    expect(joined.body.members.map(({ name }) => name)).toEqual([amina.name, 'Bruno K.'])

    expect(await openBrowser(server).redeem(host.draftId, secret, 'Zweite')).toMatchObject(unusable)
    expect(await openBrowser(server).look(host.draftId, secret)).toMatchObject(unusable)
    writer.leave()
  })

  it('answers wrong, used, withdrawn, foreign and unknown alike', async () => {
    const host = await startDraft(server)
    const other = await startDraft(server, carla)
    const invite = async () => (await host.browser.invite(host.draftId, { ...bruno, role: 'editor' })).body
    const [used, withdrawn, open] = [await invite(), await invite(), await invite()]
    await openBrowser(server).redeem(host.draftId, used.secret, 'Bruno')
    expect((await host.browser.withdraw(host.draftId, withdrawn.invitation.id)).status).toBe(204)
    for (const [draftId, secret] of [
      [host.draftId, wrongSecret],
      [host.draftId, used.secret],
      [host.draftId, withdrawn.secret],
      [other.draftId, open.secret],
      [newDraftId(), open.secret],
    ] as const) {
      const guest = openBrowser(server)
      expect(await guest.look(draftId, secret)).toMatchObject(unusable)
      expect(await guest.redeem(draftId, secret, 'Bruno')).toMatchObject(unusable)
      expect(guest.cookie()).not.toMatch(/(^|; )sid=/)
    }
  })

  it('lets exactly one in when two press at once', async () => {
    const host = await startDraft(server)
    const { secret } = (await host.browser.invite(host.draftId, { ...bruno, role: 'editor' })).body
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => openBrowser(server).redeem(host.draftId, secret, 'Bruno')),
    )
    expect(answers.map(({ status }) => String(status)).sort()).toEqual(['200', '410', '410', '410', '410', '410'])
    expect((await host.browser.readAccess(host.draftId)).body.members).toHaveLength(2)
  })

  it('leaves someone who is in already who they are, and itself unused', async () => {
    const host = await startDraft(server)
    const { secret } = (await host.browser.invite(host.draftId, { ...bruno, role: 'viewer' })).body
    expect(await host.browser.redeem(host.draftId, secret, 'Anders')).toMatchObject({
      status: 200,
      body: { me: { name: amina.name, role: 'owner' } },
    })
    expect((await openBrowser(server).redeem(host.draftId, secret, 'Bruno')).status).toBe(200)
  })

  it('gives nobody more than the inviter has', async () => {
    const host = await startDraft(server)
    const editor = await joinDraft(server, host, { ...bruno, role: 'editor' })
    const viewer = await joinDraft(server, host, { ...carla, role: 'viewer' })
    const notAllowed = { status: 403, body: { refusal: 'not-allowed' } }
    expect(await editor.invite(host.draftId, { ...carla, role: 'owner' })).toMatchObject(notAllowed)
    expect((await editor.invite(host.draftId, { ...carla, role: 'editor' })).status).toBe(201)
    expect(await viewer.invite(host.draftId, { ...carla, role: 'viewer' })).toMatchObject(notAllowed)
    expect(await viewer.withdraw(host.draftId, 'any')).toMatchObject(notAllowed)
  })

  it('opens the socket for the browser that redeemed it, and its session outlives a restart', async () => {
    const host = await startDraft(server)
    const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
    await server.restart()
    const line = await openLine(server, host.draftId, { cookie: guest.cookie() })
    line.mark(1)
    await expect.poll(() => line.stored()).toEqual([1])
    await line.cut()
  })
})
