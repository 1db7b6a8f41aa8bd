import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { OpenDraft } from '../../src/state/app-state.ts'
import { openDeviceStore } from '../../src/storage/device-store.ts'
import { openDraftStorage } from '../../src/storage/draft-storage.ts'
import { amina, bruno, carla, newDraftId, openBrowser } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { must, Participant } from './browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const statusOf = (draft: OpenDraft) => draft.view.getState().status
const isLive = (draft: OpenDraft) => eventually(() => expect(statusOf(draft).name).toBe('live'))
const contact = (draft: OpenDraft) => draft.view.getState().facts.get('contact')

/** Amina has started a draft and Bruno has joined; both have it open. */
const two = async () => {
  const aminaHere = await Participant.arrives(amina, server)
  const brunoHere = await Participant.arrives(bruno, server)
  const aminas = await aminaHere.opens(await aminaHere.starts('Marburg'))
  await isLive(aminas)
  const draftId = await aminaHere.bringsIn(brunoHere, aminas)
  const brunos = await brunoHere.opens(draftId)
  return { aminaHere, brunoHere, aminas, brunos, draftId }
}

describe('an open draft', () => {
  it('begun with the server there is transferred and says so', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    const draft = await aminaHere.opens(await aminaHere.starts('Marburg'))
    await isLive(draft)
    const view = draft.view.getState()
    expect(view).toMatchObject({ title: 'Marburg', reachable: true, mayWrite: true })
    expect(view.me).toMatchObject({ name: 'Amina Yıldız', role: 'owner' })
    expect(view.partners).toMatchObject([{ name: 'Freiwilligenagentur', sector: 'civil', lead: true }])
    expect(view.sections.map(({ progress }) => progress)).toEqual(view.call.sections.map(() => 'empty'))
    await aminaHere.leaves()
  })

  it('is written by two people, who see each other', async () => {
    const { aminaHere, brunoHere, aminas, brunos } = await two()
    expect(brunos.view.getState().title).toBe('Marburg')
    aminas.setFact('contact', 'Amina Yıldız')
    await eventually(() => expect(contact(brunos)).toBe('Amina Yıldız'))
    brunos.work.setStatus('ziele', 'released')
    brunos.addPartner({ name: 'Stadtverwaltung', sector: 'administration', lead: false })
    await eventually(() => expect(aminas.view.getState().partners).toHaveLength(2))
    await eventually(() => {
      expect(aminas.view.getState().present).toMatchObject([{ person: bruno, sectionId: null }])
      expect(brunos.view.getState().present).toMatchObject([{ person: amina }])
    })
    const names = () => aminas.view.getState().members.map(({ name }) => name)
    await eventually(() => expect(names()).toEqual(['Amina Yıldız', 'Bruno Keller']))
    await brunos.close()
    await eventually(() => expect(aminas.view.getState().present).toEqual([]))
    must(await brunos.team.leave())
    await eventually(() => expect(names()).toEqual(['Amina Yıldız']))
    await Promise.all([aminaHere.leaves(), brunoHere.leaves()])
  })

  it('goes on without a network, over a restart too, and both end with everything', async () => {
    const { aminaHere, brunoHere, aminas, brunos, draftId } = await two()
    await isLive(brunos)
    brunoHere.network.cut()
    brunos.setFact('contact', 'Bruno Keller')
    await eventually(() => expect(statusOf(brunos)).toEqual({ name: 'offline', waiting: 1 }))
    await brunoHere.restarts()
    const again = await brunoHere.opens(draftId)
    expect(contact(again)).toBe('Bruno Keller')
    again.setFact('submitter', 'Stadtverwaltung')
    aminas.setFact('place.state', 'Hessen')
    await eventually(() => expect(statusOf(again)).toEqual({ name: 'offline', waiting: 2 }))
    brunoHere.network.restore()
    await eventually(() => expect(statusOf(again).name).toBe('live'))
    const everything = { contact: 'Bruno Keller', submitter: 'Stadtverwaltung', 'place.state': 'Hessen' }
    await eventually(() => {
      expect(Object.fromEntries(aminas.view.getState().facts)).toMatchObject(everything)
      expect(Object.fromEntries(again.view.getState().facts)).toMatchObject(everything)
    })
    await Promise.all([aminaHere.leaves(), brunoHere.leaves()])
  })

  it('is known to the server as soon as it is reached, when it was begun without it', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    await aminaHere.app.shelf.refresh()
    aminaHere.network.cut()
    const draft = await aminaHere.opens(await aminaHere.starts('Marburg'))
    await eventually(() => expect(statusOf(draft)).toEqual({ name: 'offline', waiting: 1 }))
    expect(draft.view.getState().members).toMatchObject([{ name: 'Amina Yıldız', role: 'owner' }])
    aminaHere.network.restore()
    await isLive(draft)
    expect(draft.view.getState().me.memberId).not.toBeNull()
    await aminaHere.leaves()
  })

  it('begun offline is the same person’s when the answer to its registration was lost', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    await aminaHere.app.shelf.refresh()
    aminaHere.network.cut()
    const draftId = await aminaHere.starts('Marburg')
    aminaHere.jar.forgetCookies()
    aminaHere.network.restore()
    aminaHere.losesNextRegistration = true
    const draft = await aminaHere.opens(draftId)
    await isLive(draft)
    expect(aminaHere.losesNextRegistration).toBe(false)
    await aminaHere.leaves()
  })

  it('tells in each section what the server does not have yet', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    const draft = await aminaHere.opens(await aminaHere.starts('Marburg'))
    await isLive(draft)
    const before = draft.view.getState()
    aminaHere.network.cut()
    draft.work.setStatus('ziele', 'released')
    draft.setFact('contact', 'Amina Yıldız')
    await eventually(() => expect(statusOf(draft)).toMatchObject({ waiting: 2 }))
    const { sections } = draft.view.getState()
    expect(sections[0]).toBe(before.sections[0])
    expect(sections.map(({ waiting }) => waiting)).toEqual(sections.map(() => 0))
    await aminaHere.leaves()
  })

  it('M5, M6: is changed by nobody’s opening it', async () => {
    const { aminaHere, brunoHere, aminas, brunos, draftId } = await two()
    aminas.setFact('contact', 'Amina Yıldız')
    await isLive(aminas)
    await isLive(brunos)
    await aminaHere.restarts()
    const again = await aminaHere.opens(draftId)
    await isLive(again)
    await again.close()
    expect(statusOf(again)).toMatchObject({ name: 'live' })
    const doc = new Y.Doc()
    let updates = 0
    doc.on('update', () => updates++)
    const storage = openDraftStorage(draftId, doc, aminaHere.device)
    await storage.whenLoaded
    expect(storage.waiting()).toEqual([])
    expect(doc.store.clients.size).toBe(1)
    expect(updates).toBe(1)
    await storage.close()
    await Promise.all([aminaHere.leaves(), brunoHere.leaves()])
  })

  it('reads as text', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    const draft = await aminaHere.opens(await aminaHere.starts('Marburg'))
    draft.setFact('place.population', 77_000)
    expect(draft.plainText()).toContain('Marburg\nInteressensbekundung – Engagierte Stadt 2023')
    expect(draft.plainText()).toContain('Einwohnerzahl: 77.000')
    expect(draft.plainText()).toContain('★ Freiwilligenagentur (Zivilgesellschaft)')
    await aminaHere.leaves()
  })

  it('makes and withdraws invitations', async () => {
    const { aminaHere, brunoHere, aminas } = await two()
    const made = must(await aminas.invite({ ...carla, role: 'viewer' }))
    expect(made.link).toMatch(/^http.*\/einladung\/[a-z0-9]{26}#[\w-]{43}$/)
    await eventually(() => expect(aminas.view.getState().invitations).toMatchObject([{ name: 'Carla Voß' }]))
    must(await aminas.withdrawInvitation(made.invitation.id))
    await eventually(() => expect(aminas.view.getState().invitations).toEqual([]))
    await Promise.all([aminaHere.leaves(), brunoHere.leaves()])
  })

  it('lets somebody look who may not write, and takes nothing from them', async () => {
    const { aminaHere, brunoHere, aminas, draftId } = await two()
    const carlaHere = await Participant.arrives(carla, server)
    const { link } = must(await aminas.invite({ ...carla, role: 'viewer' }))
    const secret = link.split('#')[1] ?? ''
    const look = must(await carlaHere.app.lookAtInvitation(draftId, secret))
    expect(look.view).toMatchObject({ title: 'Marburg', inviter: amina })
    expect(look.call.shortTitle).toBe('Engagierte Stadt 2023')
    must(await carlaHere.app.redeemInvitation(draftId, secret, 'Carla Voß'))
    const draft = await carlaHere.opens(draftId)
    expect(draft.view.getState().mayWrite).toBe(false)
    draft.setFact('contact', 'Carla Voß')
    await isLive(draft)
    expect(contact(draft)).toBeUndefined()
    const stranger = await Participant.arrives(carla, server)
    const tooLate = await stranger.app.redeemInvitation(draftId, secret, 'Carla Voß')
    expect(tooLate).toEqual({ ok: false, refusal: 'invitation-unusable' })
    for (const each of [aminaHere, brunoHere, carlaHere, stranger]) await each.leaves()
  })
})

describe('opening a draft', () => {
  it('never seen here is refused as absent, or as unreachable without the server', async () => {
    const stranger = await Participant.arrives(carla, server)
    await stranger.starts('Gießen')
    await stranger.app.shelf.refresh()
    expect(await stranger.app.openDraft(newDraftId())).toEqual({ ok: false, refusal: 'absent' })
    stranger.network.cut()
    expect(await stranger.app.openDraft(newDraftId())).toEqual({ ok: false, refusal: 'unreachable' })
    await stranger.leaves()
  })

  it('never seen here is as absent to somebody without a session', async () => {
    const nobody = await Participant.arrives(carla, server)
    expect(await nobody.app.openDraft(newDraftId())).toEqual({ ok: false, refusal: 'absent' })
    await nobody.leaves()
  })

  it('joined but never brought here does not show an empty page without the server', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    const brunoHere = await Participant.arrives(bruno, server)
    const aminas = await aminaHere.opens(await aminaHere.starts('Marburg'))
    await isLive(aminas)
    const draftId = await aminaHere.bringsIn(brunoHere, aminas)
    brunoHere.network.cut()
    expect(await brunoHere.app.openDraft(draftId)).toEqual({ ok: false, refusal: 'unreachable' })
    await Promise.all([aminaHere.leaves(), brunoHere.leaves()])
  })

  it('brought here a moment ago works without the server, though the browser crashed', async () => {
    const { aminaHere, brunoHere, brunos, draftId } = await two()
    expect(brunos.view.getState().title).toBe('Marburg')
    brunoHere.network.cut()
    brunoHere.crashes()
    const again = await brunoHere.opens(draftId)
    expect(again.view.getState().title).toBe('Marburg')
    await Promise.all([aminaHere.leaves(), brunoHere.leaves()])
  })

  it('still here but gone from the server shows the text and says that the server refuses', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    const draft = await aminaHere.opens(await aminaHere.starts('Marburg'))
    const { draftId } = draft.view.getState()
    await isLive(draft)
    await aminaHere.app.close()
    // The same device with a session that does not know the draft.
    const other = openBrowser(server)
    await other.start(bruno)
    aminaHere.jar.forgetCookies()
    await aminaHere.jar.start(bruno)
    await aminaHere.restarts()
    const again = await aminaHere.opens(draftId)
    expect(again.view.getState().title).toBe('Marburg')
    await eventually(() => expect(statusOf(again)).toEqual({ name: 'refused', refusal: 'absent', waiting: 0 }))
    again.setFact('contact', 'Amina Yıldız')
    await eventually(() => expect(statusOf(again)).toMatchObject({ name: 'refused', waiting: 1 }))
    await aminaHere.leaves()
  })

  it('with the session gone says how much waits', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    const draft = await aminaHere.opens(await aminaHere.starts('Marburg'))
    const { draftId } = draft.view.getState()
    await isLive(draft)
    aminaHere.jar.forgetCookies()
    await aminaHere.restarts()
    const again = await aminaHere.opens(draftId)
    again.setFact('contact', 'Amina Yıldız')
    await eventually(() => expect(statusOf(again)).toEqual({ name: 'signed-out', waiting: 1 }))
    await aminaHere.leaves()
  })

  it('works in memory where storage is refused, and going to the shelf and back loses nothing', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    aminaHere.device.refuse(new DOMException('private', 'SecurityError'))
    await aminaHere.restarts()
    const draftId: DraftId = await aminaHere.starts('Marburg')
    const draft = await aminaHere.opens(draftId)
    expect(statusOf(draft).name).toBe('memory-only')
    draft.setFact('contact', 'Amina Yıldız')
    await eventually(() => expect(statusOf(draft)).toEqual({ name: 'memory-only', serverHasAll: true }))
    aminaHere.network.cut()
    draft.setFact('submitter', 'Freiwilligenagentur')
    await draft.close()
    const back = await aminaHere.opens(draftId)
    expect(back.view.getState().facts.get('submitter')).toBe('Freiwilligenagentur')
    await eventually(() => expect(statusOf(back)).toEqual({ name: 'memory-only', serverHasAll: false }))
    await aminaHere.app.shelf.refresh()
    expect(aminaHere.app.shelf.view.getState()).toMatchObject({ deviceKeeps: false, drafts: [{ title: 'Marburg' }] })
    await aminaHere.leaves()
  })

  it('says when the device fails under it', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    const draft = await aminaHere.opens(await aminaHere.starts('Marburg'))
    await isLive(draft)
    const restore = aminaHere.device.abortWrites()
    draft.setFact('contact', 'Amina Yıldız')
    await eventually(() => expect(statusOf(draft)).toMatchObject({ name: 'device-failure' }))
    restore()
    await isLive(draft)
    await aminaHere.leaves()
  })

  it('remembers the draft for the shelf', async () => {
    const aminaHere = await Participant.arrives(amina, server)
    const draft = await aminaHere.opens(await aminaHere.starts('Marburg'))
    await isLive(draft)
    const { draftId } = draft.view.getState()
    await aminaHere.app.close()
    const record = await openDeviceStore(aminaHere.device).readDraft(draftId)
    expect(record).toMatchObject({ title: 'Marburg', registered: true, partners: [{ name: amina.organisation }] })
    expect(record?.lastStoredAt).not.toBeNull()
    await aminaHere.leaves()
  })
})
