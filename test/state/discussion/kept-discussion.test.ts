import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { discussionOf } from '../../../src/domain/document-id.ts'
import { refused } from '../../../src/domain/refusal.ts'
import { Desk } from '../../../src/state/desk.ts'
import { unsentText } from '../../../src/state/lost-access.ts'
import { safetyStatus } from '../../../src/state/safety-status.ts'
import { readWaiting } from '../../../src/storage/draft-storage.ts'
import { bruno, carla } from '../../server/person.ts'
import { eventually } from '../../world/eventually.ts'
import { startTestServer, type TestServer } from '../../world/server.ts'
import { must, Participant } from '../browser.ts'
import { comment, roleOf, together, worksOn } from './at-work.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

describe('what is said about a draft', () => {
  it('goes from a commenter to everyone, and waits on the device through a reload without a network', async () => {
    const { draftId, carlaHere, aminas, carlas, leave } = await together(server)
    carlas.says('Was heißt das?')
    await eventually(() => expect(aminas.reads()).toEqual(['Was heißt das?']))
    await eventually(() => expect([carlas.status(), carlas.live.facts().waiting]).toEqual(['live', 0]))

    carlaHere.network.cut()
    carlas.says('Und das?')
    await eventually(() => expect([carlas.status(), carlas.live.facts().waiting]).toEqual(['offline', 1]), 30_000)
    await carlas.leaves()
    const again = await worksOn(carlaHere, draftId)
    expect(again.reads().sort()).toEqual(['Und das?', 'Was heißt das?'])
    expect(again.live.facts().waiting).toBe(1)
    again.says('Und noch etwas.')

    carlaHere.network.restore()
    await eventually(() => expect(aminas.reads()).toHaveLength(3), 60_000)
    await eventually(() => expect(again.status()).toBe('live'), 30_000)
    await Promise.all([again.leaves(), aminas.leaves()])
    await leave()
  })

  it('is counted before it is loaded, from the shelf too, delivered from there, and gone with the draft', async () => {
    const { draftId, carlaHere, aminas, carlas, leave } = await together(server)
    carlaHere.network.cut()
    carlas.says('Was heißt das?')
    await eventually(() => expect(carlas.live.facts().waiting).toBe(1))
    await carlas.leaves()
    const desk = carlaHere.desk()
    const live = must(await desk.hold(draftId))
    expect([live.storages().length, live.facts().waiting]).toEqual([1, 1])
    await desk.drafts.closeAll()

    await carlaHere.restarts()
    expect(await carlaHere.app.removal.listUnsent(null)).toMatchObject([{ draftId, changes: 1 }])
    carlaHere.network.restore()
    await carlaHere.app.shelf.refresh()
    await eventually(() => expect(aminas.reads()).toEqual(['Was heißt das?']), 60_000)
    await eventually(async () => expect(await readWaiting(discussionOf(draftId), carlaHere.device)).toEqual([]), 30_000)
    expect(await carlaHere.app.removal.one(draftId)).toEqual([])
    const left = await carlaHere.device.databases.databases()
    expect(left.filter(({ name = '' }) => name.includes(draftId))).toEqual([])
    await aminas.leaves()
    await leave()
  })

  it('stays here, and the status says so, when the right to discuss has ended; and goes out when it is back', async () => {
    const { carlaHere, aminas, carlas, leave } = await together(server)
    carlaHere.network.cut()
    carlas.says('Was heißt das?')
    await roleOf(aminas, carla.name, 'viewer')
    carlaHere.network.restore()
    await eventually(() => expect(carlas.status()).toBe('refused'), 60_000)
    expect(safetyStatus(carlas.live.facts())).toEqual({ name: 'refused', refusal: 'not-allowed', waiting: 1 })
    const loss = { kind: 'read-only', unsent: 1, agreed: 0, handedOver: false }
    await eventually(() => expect(carlas.live.lost()).toEqual(loss), 30_000)
    expect(unsentText(carlas.live, carlas.live.call)).toBe('Was heißt das?')
    expect(carlas.discussion.add(comment('Noch etwas'))).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(aminas.reads()).toEqual([])

    await roleOf(aminas, carla.name, 'commenter')
    await eventually(() => expect(aminas.reads()).toEqual(['Was heißt das?']), 60_000)
    await Promise.all([carlas.leaves(), aminas.leaves()])
    await leave()
  })

  it('is said anew by who one is now: decisions from before stay out, their reasons come as replies', async () => {
    const { draftId, carlaHere, aminas, carlas, leave } = await together(server, 'editor')
    aminas.says('Zu lang?')
    await eventually(() => expect(carlas.reads()).toEqual(['Zu lang?']))
    const [thread] = carlas.discussion.view.getState().threads
    carlaHere.network.cut()
    must(carlas.discussion.add({ type: 'declined', of: thread?.id ?? '', words: 'Es muss so lang sein.' }))
    carlas.says('Ist das alles?')
    await roleOf(aminas, carla.name, 'commenter')
    carlaHere.network.restore()
    await eventually(() => expect(carlaHere.reloads).toBe(1), 60_000)
    const again = await worksOn(carlaHere, draftId)
    await eventually(() => expect(aminas.reads().sort()).toEqual(['Ist das alles?', 'Zu lang?']), 60_000)
    const [first] = aminas.discussion.view.getState().threads
    expect(first?.replies).toMatchObject([{ words: 'Es muss so lang sein.', by: { name: carla.name } }])
    await eventually(() => expect(again.status()).toBe('live'), 30_000)
    await Promise.all([again.leaves(), aminas.leaves()])
    await leave()
  })

  it('waits, and says why, where the server is of before and knows of no discussions', async () => {
    const { draftId, carlaHere, aminas, carlas, leave } = await together(server)
    await carlas.leaves()
    const { surroundings, api, deviceStore } = carlaHere.desk()
    let isOlder = true
    const ofBefore: typeof api = {
      ...api,
      team: {
        ...api.team,
        ticket: async (documentId) =>
          isOlder && documentId !== draftId ? refused('absent') : api.team.ticket(documentId),
      },
    }
    const again = await worksOn(carlaHere, draftId, new Desk(surroundings, ofBefore, deviceStore))
    again.says('Was heißt das?')
    const view = () => again.discussion.view.getState()
    await eventually(() => expect(view()).toMatchObject({ isServerOlder: true, waiting: 1 }), 30_000)
    expect([again.status(), again.reads()]).toEqual(['sending', ['Was heißt das?']])

    // The server is brought up to date, for which it lets everyone go for a moment.
    isOlder = false
    carlaHere.network.cut()
    await eventually(() => expect(again.status()).toBe('offline'), 30_000)
    carlaHere.network.restore()
    await eventually(() => expect(aminas.reads()).toEqual(['Was heißt das?']), 60_000)
    await eventually(() => expect(view()).toMatchObject({ isServerOlder: false, waiting: 0 }), 30_000)
    await Promise.all([again.leaves(), aminas.leaves()])
    await leave()
  })

  it('is shared by the tabs of a browser without a network', async () => {
    const { draftId, carlaHere, aminas, carlas, leave } = await together(server)
    carlaHere.network.cut()
    const other = await worksOn(carlaHere, draftId)
    carlas.says('Was heißt das?')
    await eventually(() => expect(other.reads()).toEqual(['Was heißt das?']), 30_000)
    await Promise.all([carlas, other, aminas].map((each) => each.leaves()))
    await leave()
  })

  it('begins offline with the draft itself, before there is a member to name', async () => {
    const brunoHere = await Participant.arrives(bruno, server)
    await brunoHere.app.shelf.refresh()
    brunoHere.network.cut()
    const draftId = await brunoHere.starts('Unna')
    const brunos = await worksOn(brunoHere, draftId)
    brunos.says('Gleich zu Anfang.')
    brunoHere.network.restore()
    await eventually(() => expect([brunos.status(), brunos.live.facts().waiting]).toEqual(['live', 0]), 60_000)
    expect(brunos.discussion.view.getState().threads[0]?.opening.by).toMatchObject({ member: '', name: bruno.name })
    await brunos.leaves()
    await brunoHere.leaves()
  })
})
