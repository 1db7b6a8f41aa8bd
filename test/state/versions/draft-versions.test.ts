import { databaseFile } from '../../../server/operations/database-file.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenDraft } from '../../../src/state/app-state.ts'
import { now, type DraftVersions } from '../../../src/state/versions/draft-versions.ts'
import type { DraftId } from '../../../src/domain/draft-id.ts'
import { amina, bruno } from '../../server/person.ts'
import { eventually } from '../../world/eventually.ts'
import { startTestServer, type TestServer } from '../../world/server.ts'
import { must, Participant } from '../browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const whenLive = (draft: OpenDraft) => eventually(() => expect(draft.view.getState().status.name).toBe('live'))
const entries = (versions: DraftVersions) => versions.view.getState().entries
const names = (versions: DraftVersions) => entries(versions).map(({ name, isWaiting }) => [name, isWaiting])
const databasesOf = async ({ device }: Participant) => (await device.databases.databases()).map(({ name }) => name)

/** Someone with a draft that the server knows. */
const openDraft = async (title: string) => {
  const here = await Participant.arrives(amina, server)
  const draftId = await here.starts(title)
  const draft = await here.opens(draftId)
  await whenLive(draft)
  return { here, draft, draftId, versions: await draft.versions() }
}
const titleField = (draft: OpenDraft) => draft.view.getState().call.titleField

it('a version named without a network waits on the device, outlives the app, and is delivered and seen by others', async () => {
  const { here, draft, draftId, versions } = await openDraft('Soest')
  const guest = await Participant.arrives(bruno, server)
  await here.bringsIn(guest, draft)
  here.network.cut()
  await eventually(() => expect(draft.view.getState().reachable).toBe(false))
  await versions.name('Vor der Sitzung')
  expect(names(versions)).toEqual([['Vor der Sitzung', true]])
  expect((await here.app.removal.listUnsent(draftId)).map(({ changes }) => changes)).toEqual([1])
  draft.setFact(titleField(draft), 'Soest und Umland')

  await here.restarts()
  const again = await here.opens(draftId)
  const kept = await again.versions()
  expect(names(kept)).toEqual([['Vor der Sitzung', true]])
  here.network.restore()
  await eventually(() => expect(names(kept)).toEqual([['Vor der Sitzung', false]]))
  await eventually(async () => expect(await here.app.removal.listUnsent(draftId)).toEqual([]))

  const theirs = await (await guest.opens(draftId)).versions()
  must(await theirs.refresh())
  const [entry] = entries(theirs)
  expect(entry).toMatchObject({ name: 'Vor der Sitzung', kind: 'named', by: amina, isHere: false })
  const { facts } = must(await theirs.compare(entry?.id ?? '', now))
  expect(facts).toEqual([{ key: titleField(draft), before: 'Soest', after: 'Soest und Umland' }])
  // Once looked at, it is there without the network too.
  guest.network.cut()
  must(await theirs.compare(entry?.id ?? '', now))
  await here.leaves()
  await guest.leaves()
})

it('a version shows by itself where others have the draft open', async () => {
  const { here, draft, draftId, versions } = await openDraft('Werl')
  const guest = await Participant.arrives(bruno, server)
  await here.bringsIn(guest, draft)
  const open = await guest.opens(draftId)
  const theirs = await open.versions()
  await whenLive(open)
  await eventually(() => expect(open.view.getState().members).toHaveLength(2))
  await versions.name('Zwischenstand')
  await eventually(() => expect(names(theirs)).toEqual([['Zwischenstand', false]]))
  await here.leaves()
  await guest.leaves()
})

it('a whole version is brought back as an edit that others get, and taken back again', async () => {
  const { here, draft, draftId, versions } = await openDraft('Hamm')
  const guest = await Participant.arrives(bruno, server)
  await here.bringsIn(guest, draft)
  const theirs = await guest.opens(draftId)
  const id = (await versions.name('Anfang'))?.id ?? ''
  draft.setFact(titleField(draft), 'Hamm (neu)')
  await eventually(() => expect(theirs.view.getState().title).toBe('Hamm (neu)'))
  must(await versions.restore(id, null))
  await eventually(() => expect(theirs.view.getState().title).toBe('Hamm'))
  versions.restoring.undo()
  await eventually(() => expect(theirs.view.getState().title).toBe('Hamm (neu)'))
  expect(versions.view.getState().restored).toBe('undone')

  const me = theirs.view.getState().me.memberId ?? ''
  must(await draft.team.changeRole(me, 'viewer'))
  await eventually(() => expect(theirs.view.getState().mayWrite).toBe(false))
  const read = await theirs.versions()
  must(await read.refresh())
  expect(await read.restore(id, null)).toEqual({ ok: false, refusal: 'not-allowed' })

  // What the server will not take waits for nothing, and goes with the draft nonetheless.
  await read.name('Nur hier')
  await eventually(() => expect(entries(read)).toMatchObject([{ name: 'Nur hier', refusal: 'not-allowed' }, {}]))
  await eventually(() => expect(theirs.view.getState().status.name).toBe('live'))

  expect(await guest.app.removal.listUnsent(draftId)).toMatchObject([{ draftId, changes: 1 }])
  await here.leaves()
  await guest.leaves()
})

it('the server that lost versions in a restore is told again, and what was erased there is no longer here', async () => {
  const { here, draftId, versions } = await openDraft('Ahlen')
  await versions.name('Eins')
  await eventually(() => expect(names(versions)).toEqual([['Eins', false]]))
  const store = await openStore(databaseFile(server.dataDir))
  await store.versions.remove(
    draftId,
    entries(versions).map(({ id }) => id),
  )
  must(await versions.refresh())
  await eventually(async () => expect(await store.versions.list(draftId)).toMatchObject([{ name: 'Eins' }]))
  await eventually(() => expect(names(versions)).toEqual([['Eins', false]]))
  await store.versions.eraseContents(draftId)
  await store.close()
  await eventually(async () => must(await versions.refresh()))
  expect(entries(versions)).toMatchObject([{ name: 'Eins', isErased: true, isHere: false }])
  expect(await versions.compare(entries(versions)[0]?.id ?? '', now)).toEqual({ ok: false, refusal: 'absent' })
  await here.leaves()
})

it('alone, the device keeps what stood there before and after work, once', async () => {
  const { here, draft, draftId } = await openDraft('Werl')
  await eventually(async () => expect(await here.app.removal.listUnsent(draftId)).toEqual([]))
  here.network.cut()
  await here.restarts()
  const desk = here.desk()
  const live = must(await desk.hold(draftId))
  live.doc.getText('text/ziele').insert(0, 'Vorher.')
  const versions = await live.versions()
  await eventually(() => expect(entries(versions)).toHaveLength(1))
  expect(entries(versions)).toMatchObject([{ kind: 'automatic', isOwn: true, isWaiting: false, by: null }])
  await versions.keepByItself()
  expect(entries(versions)).toHaveLength(1)
  live.doc.getText('text/ziele').insert(0, 'Nachher. ')
  await versions.keepByItself()
  expect(entries(versions)).toHaveLength(2)
  await desk.drafts.closeAll()
  await draft.close()
  await here.leaves()
})

it('versions leave the device with their draft, and with everything', async () => {
  const { here, draftId, versions } = await openDraft('Beckum')
  await versions.name('Eins')
  await eventually(() => expect(names(versions)).toEqual([['Eins', false]]))
  const other: DraftId = await here.starts('Bleibt')
  await (await (await here.opens(other)).versions()).name('Zwei')
  expect(await here.app.removal.one(draftId)).toEqual([])
  expect(await databasesOf(here)).not.toContain(`versions-${draftId}`)
  expect(await databasesOf(here)).toContain(`versions-${other}`)
  expect(await here.app.removal.everything()).toEqual([])
  expect(await databasesOf(here)).toEqual([])
  await here.network.close()
})

it('where the device refuses to keep anything, a version still reaches the server', async () => {
  const here = await Participant.arrives(amina, server)
  here.device.refuse(new DOMException('no', 'SecurityError'))
  await here.restarts()
  const draft = await here.opens(await here.starts('Privat'))
  await eventually(() => expect(draft.view.getState().reachable).toBe(true))
  const versions = await draft.versions()
  await versions.name('Aus dem privaten Fenster')
  await eventually(() => expect(names(versions)).toEqual([['Aus dem privaten Fenster', false]]))
  expect(versions.view.getState().isKept).toBe(false)
  await here.leaves()
})
