import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { textName } from '../../../src/document/names.ts'
import { byPerson } from '../../../src/document/origins.ts'
import { discussionOf } from '../../../src/domain/document-id.ts'
import { renewDiscussion } from '../../../src/state/discussion/renew-discussion.ts'
import { openTalkMemory } from '../../../src/state/discussion/talk-memory.ts'
import { goOnAnew } from '../../../src/state/go-on-anew.ts'
import { startAnew } from '../../../src/state/start-anew.ts'
import { draftDatabaseName } from '../../../src/storage/draft-database.ts'
import { carla } from '../../server/person.ts'
import { eventually } from '../../world/eventually.ts'
import { startTestServer, type TestServer } from '../../world/server.ts'
import { must } from '../browser.ts'
import { roleOf, together, type AtWork } from './at-work.ts'

// Only watched: it does what it does.
vi.mock('../../../src/state/discussion/renew-discussion.ts', { spy: true })

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
afterEach(() => vi.mocked(renewDiscussion).mockClear())

/** Carla, an editor until now, has decided something without a network: it has to be said anew once she is back. */
const decidedOffline = async () => {
  const all = await together(server, 'editor')
  const { aminas, carlas, carlaHere } = all
  aminas.says('Zu lang?')
  await eventually(() => expect(carlas.reads()).toEqual(['Zu lang?']))
  carlaHere.network.cut()
  const [thread] = carlas.discussion.view.getState().threads
  must(carlas.discussion.add({ type: 'declined', of: thread?.id ?? '', words: 'Es muss so lang sein.' }))
  await carlas.live.storages()[1]?.whenIdle()
  await roleOf(aminas, carla.name, 'commenter')
  return all
}

const writes = ({ live }: AtWork, words: string): void =>
  live.doc.transact(() => live.doc.getText(textName(live.call.sections[0]?.id ?? '')).insert(0, words), byPerson)

const renewal = async (): Promise<void> => {
  await eventually(() => expect(renewDiscussion).toHaveBeenCalled(), 60_000)
  await vi.mocked(renewDiscussion).mock.results[0]?.value
}

describe('a page that would begin anew to say something anew', () => {
  it('stays as it is while words of the text are neither kept nor sent, and says so', async () => {
    const { draftId, aminas, carlas, carlaHere, leave } = await decidedOffline()
    const restore = carlaHere.device.abortWrites((name) => name === draftDatabaseName(draftId))
    writes(carlas, 'Nur in dieser Seite.')
    await eventually(() => expect(carlas.status()).toBe('device-failure'))
    carlaHere.network.restore()
    await renewal()
    expect(carlaHere.reloads).toBe(0)
    expect(carlas.live.doc.getText(textName(carlas.live.call.sections[0]?.id ?? '')).toJSON()).toContain('Nur in')
    expect(carlas.status()).toBe('device-failure')
    restore()
    await Promise.all([carlas.leaves(), aminas.leaves()])
    await leave()
  })

  it('stays as it is, for the text’s sake too, while something said is neither kept nor sent', async () => {
    const { draftId, aminas, carlas, carlaHere, leave } = await together(server, 'editor')
    const isIdle = () => [carlas.live.storage.waiting().length, carlas.live.storage.state().name]
    await eventually(() => expect(isIdle()).toEqual([0, 'kept']))
    carlaHere.network.cut()
    const restore = carlaHere.device.abortWrites((name) => name === draftDatabaseName(discussionOf(draftId)))
    carlas.says('Nur in dieser Seite.')
    await eventually(() => expect(carlas.status()).toBe('device-failure'))
    await startAnew(carlas.desk, carlas.live)
    expect(await goOnAnew(carlas.desk, carlas.live, Y.encodeStateAsUpdate(carlas.live.doc))).toBe(false)
    expect([carlaHere.reloads, carlas.reads(), carlas.live.isResting]).toEqual([0, ['Nur in dieser Seite.'], false])
    restore()
    await Promise.all([carlas.leaves(), aminas.leaves()])
    await leave()
  })

  it('has brought a half-written comment onto the device', async () => {
    const { draftId, aminas, carlas, carlaHere, leave } = await decidedOffline()
    const memory = openTalkMemory(carlas.desk, carlas.live)
    memory.write({ ...memory.read(), typed: { draft: 'Halb geschrieben' } })
    expect(await carlas.desk.drafts.isStored()).toBe(true)
    expect((await carlas.desk.deviceStore.readDraft(draftId))?.talk?.typed).toEqual({ draft: 'Halb geschrieben' })
    const restore = carlaHere.device.abortWrites((name) => name === 'einvernehmen')
    memory.write({ ...memory.read(), typed: { draft: 'Halb geschrieben, dann voll' } })
    expect(await carlas.desk.drafts.isStored()).toBe(false)
    restore()
    await memory.close()
    await Promise.all([carlas.leaves(), aminas.leaves()])
    await leave()
  })
})
