import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { leaseMs } from '../../src/domain/lease.ts'
import { amina } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { Participant } from './browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

describe('a copy of a draft after thirty days without contact', () => {
  const longAgo = () => Date.now() - leaseMs - 60_000

  /** A draft that the server has, on a device that was last in contact with it at this moment. */
  const begin = async (lastContactAt: number): Promise<{ here: Participant; draftId: DraftId }> => {
    const here = await Participant.arrives(amina, server)
    const draftId = await here.starts('Marburg')
    const draft = await here.opens(draftId)
    await eventually(() => expect(draft.view.getState().status.name).toBe('live'))
    await draft.close()
    await here.restarts()
    await here.desk().deviceStore.changeDraft(draftId, { lastContactAt })
    return { here, draftId }
  }
  const entryOf = ({ app }: Participant) => app.shelf.view.getState().drafts[0]

  it('stays closed without the server and whole, and can still be saved as a file', async () => {
    const since = longAgo()
    const { here, draftId } = await begin(since)
    here.network.cut()
    const before = await here.desk().deviceStore.readDraft(draftId)
    expect(await here.app.openDraft(draftId)).toEqual({ ok: false, refusal: 'locked', since })
    expect(await here.desk().deviceStore.readDraft(draftId)).toEqual(before)
    expect(await here.app.rescue.save(draftId)).toMatchObject({ title: 'Marburg' })
    await here.app.shelf.refresh()
    expect(entryOf(here)).toMatchObject({ title: 'Marburg', isLocked: true })

    here.network.restore()
    const draft = await here.opens(draftId)
    await eventually(() => expect(draft.view.getState()).toMatchObject({ title: 'Marburg', status: { name: 'live' } }))
    await draft.close()
    await here.restarts()
    here.network.cut()
    await (await here.opens(draftId)).close()
    await here.leaves()
  })

  it('opens as soon as the server answers at all, if only that it knows the device no more', async () => {
    const { here, draftId } = await begin(longAgo())
    here.jar.forgetCookies()
    const draft = await here.opens(draftId)
    await eventually(() => expect(draft.view.getState().status.name).toBe('signed-out'))
    await draft.close()
    await here.restarts()
    here.network.cut()
    await (await here.opens(draftId)).close()
    await here.leaves()
  })

  it('opens in the hall where the shelf has met the server at home', async () => {
    const { here, draftId } = await begin(longAgo())
    await here.app.shelf.refresh()
    expect(entryOf(here)?.isLocked).toBeUndefined()
    here.network.cut()
    await (await here.opens(draftId)).close()
    await here.leaves()
  })

  it('is not locked by a clock that was put back, nor where no server ever had it', async () => {
    const { here, draftId } = await begin(Date.now() + 400 * leaseMs)
    here.network.cut()
    await (await here.opens(draftId)).close()
    const begun = await here.starts('Nur hier')
    await here.restarts()
    await here.desk().deviceStore.changeDraft(begun, { startedAt: longAgo(), openedAt: longAgo() })
    const draft = await here.opens(begun)
    expect(draft.view.getState().title).toBe('Nur hier')
    await draft.close()
    await here.leaves()
  })
})
