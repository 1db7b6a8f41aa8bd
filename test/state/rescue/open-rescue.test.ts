import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenDraft } from '../../../src/state/app-state.ts'
import type { DraftId } from '../../../src/domain/draft-id.ts'
import type { RescueCopy } from '../../../src/state/rescue/save-rescue.ts'
import { amina, bruno, carla } from '../../server/person.ts'
import { eventually } from '../../world/eventually.ts'
import { startTestServer, type TestServer } from '../../world/server.ts'
import { must, Participant } from '../browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const statusOf = (draft: OpenDraft) => draft.view.getState().status.name
const partners = (draft: OpenDraft) =>
  draft.view
    .getState()
    .partners.map(({ name }) => name)
    .sort()
const writes = (draft: OpenDraft, name: string) => draft.addPartner({ name, sector: 'science', lead: false })
const isLive = (draft: OpenDraft) => eventually(() => expect(statusOf(draft)).toBe('live'), 30_000)

const saves = async (person: Participant, draftId: DraftId): Promise<Blob> => {
  const copy: RescueCopy | null = await person.app.rescue.save(draftId)
  return new Blob([copy?.bytes ?? new Uint8Array()])
}

/** Amina leads, Bruno and Carla write; all have the draft on their devices. */
const together = async (title: string) => {
  const people = await Promise.all([amina, bruno, carla].map((each) => Participant.arrives(each, server)))
  const [aminaHere, brunoHere, carlaHere] = people as [Participant, Participant, Participant]
  const draftId = await aminaHere.starts(title)
  const aminas = await aminaHere.opens(draftId)
  await isLive(aminas)
  await aminaHere.bringsIn(brunoHere, aminas)
  await aminaHere.bringsIn(carlaHere, aminas)
  const brunos = await brunoHere.opens(draftId)
  const carlas = await carlaHere.opens(draftId)
  await Promise.all([isLive(brunos), isLive(carlas)])
  const leave = () => Promise.all(people.map((each) => each.leaves()))
  return { draftId, aminaHere, brunoHere, carlaHere, aminas, brunos, carlas, leave }
}

it('5. what Amina never sent reaches the server from Bruno’s device, once and twice, and Amina comes home to it', async () => {
  const { draftId, aminaHere, brunoHere, carlaHere, aminas, brunos, carlas, leave } = await together('Marburg')
  writes(aminas, 'Gesendet')
  await eventually(() => expect(partners(brunos)).toContain('Gesendet'))
  await isLive(aminas)

  aminaHere.network.cut()
  writes(aminas, 'Nur in der Datei')
  await eventually(() => expect(statusOf(aminas)).toBe('offline'), 30_000)
  const file = await saves(aminaHere, draftId)
  writes(aminas, 'Danach geschrieben')

  const first = await brunoHere.app.rescue.open(file)
  expect(first).toMatchObject({ name: 'brought', changes: 1, from: { title: 'Marburg', by: { name: amina.name } } })
  await eventually(() => expect(partners(carlas)).toContain('Nur in der Datei'))
  expect(await brunoHere.app.rescue.open(file, draftId)).toMatchObject({ name: 'nothing-new' })
  expect(await carlaHere.app.rescue.open(file)).toMatchObject({ name: 'nothing-new' })
  expect(brunoHere.reloads).toBe(0)

  aminaHere.network.restore()
  await eventually(() => expect(aminaHere.reloads).toBe(1), 60_000)
  await aminaHere.restarts()
  const again = await aminaHere.opens(draftId)
  await isLive(again)
  const all = ['Freiwilligenagentur', 'Gesendet', 'Nur in der Datei', 'Danach geschrieben'].sort()
  await eventually(() => expect(partners(carlas)).toEqual(all))
  expect(partners(again)).toEqual(all)
  await isLive(brunos)
  expect(partners(brunos)).toEqual(all)
  await leave()
})

it('6. in a hall without a network a file goes from hand to hand, and who comes home first brings it, once', async () => {
  const { draftId, aminaHere, brunoHere, carlaHere, aminas, brunos, carlas, leave } = await together('Kirchhain')
  writes(aminas, 'Vorher')
  await eventually(() => expect(partners(carlas)).toContain('Vorher'))
  await eventually(() => expect(partners(brunos)).toContain('Vorher'))
  await isLive(aminas)
  for (const { network } of [aminaHere, brunoHere, carlaHere]) network.cut()

  writes(aminas, 'Im Saal')
  const file = await saves(aminaHere, draftId)
  expect(await brunoHere.app.rescue.open(file)).toMatchObject({ name: 'brought', changes: 1 })
  await eventually(() => expect(partners(brunos)).toContain('Im Saal'))
  writes(brunos, 'Dazu')
  const onward = await saves(brunoHere, draftId)
  expect(await carlaHere.app.rescue.open(onward)).toMatchObject({ name: 'brought', changes: 2 })

  // The server does not take Amina's words under her ids from Carla, who goes on anew with them.
  carlaHere.network.restore()
  await eventually(() => expect(carlaHere.reloads).toBeGreaterThan(0), 60_000)
  await carlaHere.restarts()
  const carlasAgain = await carlaHere.opens(draftId)
  await isLive(carlasAgain)
  brunoHere.network.restore()
  aminaHere.network.restore()
  await eventually(() => expect(aminaHere.reloads).toBeGreaterThan(0), 60_000)
  await aminaHere.restarts()
  const aminasAgain = await aminaHere.opens(draftId)
  await isLive(aminasAgain)

  const all = ['Freiwilligenagentur', 'Vorher', 'Im Saal', 'Dazu'].sort()
  await eventually(() => expect(partners(aminasAgain)).toEqual(all))
  await eventually(() => expect(partners(carlasAgain)).toEqual(all))
  await eventually(async () => {
    await brunoHere.restarts()
    const brunosAgain = await brunoHere.opens(draftId)
    await isLive(brunosAgain)
    expect(partners(brunosAgain)).toEqual(all)
  })
  await leave()
})

it('4. a device that does not belong to the draft, or may only read, takes nothing; one of another draft says so', async () => {
  const { draftId, aminaHere, brunoHere, aminas, brunos, leave } = await together('Stadtallendorf')
  const stranger = await Participant.arrives(carla, server)
  const file = await saves(aminaHere, draftId)
  expect(await stranger.app.rescue.open(file)).toMatchObject({ name: 'refused', why: 'no-access' })
  stranger.network.cut()
  expect(await stranger.app.rescue.open(file)).toMatchObject({ name: 'refused', why: 'unreachable' })
  expect((await stranger.device.databases.databases()).map(({ name }) => name)).not.toContain(`draft-${draftId}`)
  await stranger.app.shelf.refresh()
  expect(stranger.app.shelf.view.getState().drafts).toEqual([])

  const other = await aminaHere.starts('Ein anderer')
  expect(await aminaHere.app.rescue.open(file, other)).toMatchObject({ name: 'refused', why: 'foreign' })

  const memberId = aminas.view.getState().members.find(({ name }) => name === bruno.name)?.id ?? ''
  await aminas.team.changeRole(memberId, 'viewer')
  await eventually(() => expect(brunos.view.getState().mayWrite).toBe(false))
  writes(aminas, 'Später')
  expect(await brunoHere.app.rescue.open(await saves(aminaHere, draftId))).toMatchObject({
    name: 'refused',
    why: 'may-not-write',
  })
  await stranger.leaves()
  await leave()
})

it('a device that refuses to store still gives a file with everything in it, and one with a spoiled row the rest', async () => {
  const { draftId, aminaHere, brunoHere, aminas, brunos, leave } = await together('Neustadt')
  aminaHere.network.cut()
  const restore = aminaHere.device.abortWrites()
  writes(aminas, 'Passte nicht mehr drauf')
  await eventually(() => expect(statusOf(aminas)).toBe('device-failure'))
  const file = await saves(aminaHere, draftId)
  restore()
  expect(await brunoHere.app.rescue.open(file)).toMatchObject({ name: 'brought', changes: 1 })
  await eventually(() => expect(partners(brunos)).toContain('Passte nicht mehr drauf'))
  await leave()
})

it('without a page that is alive the file is read from what is stored', async () => {
  const { draftId, aminaHere, brunoHere, aminas, leave } = await together('Amöneburg')
  aminaHere.network.cut()
  writes(aminas, 'Vor dem Absturz')
  await eventually(async () => expect((await aminaHere.device.stored(draftId)).waiting).toBeGreaterThan(0))
  aminaHere.crashes()
  const file = await saves(aminaHere, draftId)
  expect(await brunoHere.app.rescue.open(file)).toMatchObject({ name: 'brought', changes: 1 })
  await leave()
})

it('9. a file carries the discussion: its author brings what they said on another device, once, and nobody else does', async () => {
  const { draftId, aminaHere, brunoHere, brunos, leave } = await together('Rauschenberg')
  const desk = brunoHere.desk()
  const said = must(await desk.hold(draftId))
  const talk = await said.discussion()
  await eventually(() => expect(said.facts()).toMatchObject({ connection: { name: 'live' }, waiting: 0 }), 30_000)
  brunoHere.network.cut()
  must(talk.add({ type: 'comment', subject: { on: 'draft' }, words: 'Nur hier gesagt.', mentions: [] }))
  await eventually(() => expect(said.facts().waiting).toBe(1))
  await desk.drafts.closeAll()
  const file = await saves(brunoHere, draftId)
  expect(await aminaHere.app.rescue.open(file)).toMatchObject({ name: 'nothing-new' })

  const { link } = must(await (await aminaHere.opens(draftId)).invite({ ...bruno, role: 'commenter' }))
  const [, , secret = ''] = /\/einladung\/(\w+)#(.+)$/.exec(link) ?? []
  const phone = await Participant.arrives(bruno, server)
  must(await phone.app.redeemInvitation(draftId, secret, bruno.name))
  const onPhone = await phone.opens(draftId)
  await isLive(onPhone)
  expect(await phone.app.rescue.open(file)).toMatchObject({ name: 'brought', changes: 1 })
  expect(await phone.app.rescue.open(file)).toMatchObject({ name: 'nothing-new' })
  const aminas = must(await aminaHere.desk().hold(draftId))
  const heard = await aminas.discussion()
  const words = () => heard.view.getState().threads.map(({ opening }) => opening.words)
  await eventually(() => expect(words()).toEqual(['Nur hier gesagt.']), 60_000)

  // What comes home from the first device is there already.
  brunoHere.network.restore()
  await eventually(() => expect(brunoHere.reloads).toBe(1), 60_000)
  expect(words()).toEqual(['Nur hier gesagt.'])
  await brunos.close()
  await phone.leaves()
  await leave()
})
