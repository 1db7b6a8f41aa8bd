import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenDraft } from '../../../src/state/app-state.ts'
import { countWaiting } from '../../../src/state/count-waiting.ts'
import { amina, bruno } from '../../server/person.ts'
import { eventually } from '../../world/eventually.ts'
import { startTestServer, type TestServer } from '../../world/server.ts'
import { must, Participant } from '../browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const isLive = (draft: OpenDraft) => eventually(() => expect(draft.view.getState().status.name).toBe('live'))
const partner = (name: string) => ({ name, sector: 'civil', lead: false }) as const

/** Amina's draft, open and on the server. */
const started = async () => {
  const here = await Participant.arrives(amina, server)
  const draftId = await here.starts('Marburg')
  const draft = await here.opens(draftId)
  await isLive(draft)
  return { here, draftId, draft }
}

it('what is agreed to without a network waits, counts as unsent, outlives the app, and is taken once', async () => {
  const { here, draftId, draft } = await started()
  here.network.cut()
  const agreement = await draft.agreement()
  await agreement.signOff('reserve', 'Ohne Ziffer 3.', null, agreement.shown().marks.whole)
  const { marks } = agreement.view.getState()
  expect(agreement.view.getState()).toMatchObject({ own: [{ refusal: null }], record: { signOffs: [] } })
  // The version that is agreed to, and the word about it.
  expect(await here.app.removal.listUnsent(draftId)).toMatchObject([{ draftId, changes: 2 }])
  await eventually(() => expect(draft.view.getState().status).toEqual({ name: 'offline', waiting: 2 }))

  await here.restarts()
  expect(await countWaiting(here.desk(), draftId)).toBe(2)
  const again = await (await here.opens(draftId)).agreement()
  expect(again.view.getState().own).toHaveLength(1)
  here.network.restore()
  await eventually(() => expect(again.view.getState().own).toEqual([]))
  const { organisation } = amina
  expect(again.view.getState().record.signOffs).toMatchObject([
    { kind: 'reserve', reason: 'Ohne Ziffer 3.', fingerprint: marks.whole, organisation },
  ])
  await eventually(async () => expect(await here.app.removal.listUnsent(draftId)).toEqual([]))
  await here.leaves()
})

it('nothing is said about a text that reads otherwise than the one shown; a section only has to be itself', async () => {
  const { here, draft } = await started()
  const agreement = await draft.agreement()
  const shown = agreement.shown().marks
  draft.addPartner(partner('Im Saal'))
  expect(await agreement.signOff('agree', '', null, shown.whole)).toBe(false)
  expect(agreement.view.getState()).toMatchObject({ own: [], record: { signOffs: [] } })
  expect(await agreement.signOff('agree', '', 'ziele', shown.sections.get('ziele') ?? 'none')).toBe(true)
  expect(await agreement.signOff('agree', '', null, agreement.shown().marks.whole)).toBe(true)
  await here.leaves()
})

it('who agreed without a network and was removed meanwhile is told that it did not arrive, and keeps the words', async () => {
  const { here, draft } = await started()
  const there = await Participant.arrives(bruno, server)
  const draftId = await here.bringsIn(there, draft)
  const theirs = await there.opens(draftId)
  await isLive(theirs)
  there.network.cut()
  await (await theirs.agreement()).signOff('reserve', 'Nur mit der Werkstatt.', null, null)
  must(await draft.team.remove(theirs.view.getState().me.memberId ?? ''))
  await there.restarts()
  there.network.restore()
  const again = await there.opens(draftId)
  const lost = { kind: 'removed', unsent: 2, agreed: 1, handedOver: false }
  await eventually(() => expect(again.view.getState().lost).toEqual(lost))
  await eventually(() => expect(again.unsentText()).toContain('Nur mit der Werkstatt.'))
  await Promise.all([here.leaves(), there.leaves()])
})

it('what the server does not take is told with its reason, until it has been read', async () => {
  const { here, draft } = await started()
  const there = await Participant.arrives(bruno, server)
  const theirs = await there.opens(await here.bringsIn(there, draft))
  await isLive(theirs)
  const agreement = await theirs.agreement()
  // Nobody has said that Bruno may.
  await agreement.signOff('agree', '', null, agreement.shown().marks.whole)
  await eventually(() => expect(agreement.view.getState().own).toMatchObject([{ refusal: 'may-not-sign' }]))
  await agreement.forget(agreement.view.getState().own[0]?.said.id ?? '')
  expect(agreement.view.getState().own).toEqual([])
  await Promise.all([here.leaves(), there.leaves()])
})

it('a package is known to be frozen before its record has come: the draft never stands in for it', async () => {
  const { here, draftId, draft } = await started()
  must(await (await draft.agreement()).freeze())
  await eventually(() => expect(draft.view.getState().frozen).not.toBeNull())
  await here.app.close()
  const nothing = { record: { signOffs: [], acts: [] }, own: [] }
  await here.desk().deviceStore.changeDraft(draftId, { agreement: nothing, actsKnown: 0 })
  here.network.cut()
  await here.restarts()
  const again = await here.opens(draftId)
  expect(again.view.getState().frozen).toMatchObject({ name: amina.name })
  expect(await (await again.agreement()).readPackage()).toMatchObject({ ok: true, value: { title: 'Marburg' } })
  await here.leaves()
})

it('a frozen package closes every page; what comes late is in the draft and not in the package', async () => {
  const { here, draft } = await started()
  const there = await Participant.arrives(bruno, server)
  const theirs = await there.opens(await here.bringsIn(there, draft))
  await isLive(theirs)
  there.network.cut()
  await eventually(() => expect(theirs.view.getState().reachable).toBe(false))

  const agreement = await draft.agreement()
  expect((await agreement.freeze()).ok).toBe(true)
  await eventually(() => expect(draft.view.getState()).toMatchObject({ mayWrite: false, frozen: { name: amina.name } }))
  draft.addPartner(partner('Zu spät'))
  theirs.addPartner(partner('Im Saal'))
  there.network.restore()
  await eventually(() => expect(theirs.view.getState()).toMatchObject({ mayWrite: false, reachable: true }))

  const names = () => draft.view.getState().partners.map(({ name }) => name)
  await eventually(() => expect(names()).toContain('Im Saal'))
  expect(names()).not.toContain('Zu spät')
  const frozen = await agreement.readPackage()
  expect(frozen?.ok && frozen.value.partners.map(({ name }) => name)).not.toContain('Im Saal')

  // Where the package cannot be had nobody copies the draft for it.
  const form = async () => {
    const opened = await theirs.openForm({ yes: 'ja', no: 'nein' })
    opened.close()
    return [opened.isOutOfReach, opened.view.getState().fields.length > 0]
  }
  there.network.cut()
  await eventually(() => expect(theirs.view.getState().reachable).toBe(false))
  expect(await form()).toEqual([true, false])
  there.network.restore()
  await eventually(() => expect(theirs.view.getState().reachable).toBe(true))
  expect(await form()).toEqual([false, true])

  expect((await agreement.reopen()).ok).toBe(true)
  await eventually(() => expect(theirs.view.getState()).toMatchObject({ mayWrite: true, frozen: null }))
  await Promise.all([here.leaves(), there.leaves()])
})
