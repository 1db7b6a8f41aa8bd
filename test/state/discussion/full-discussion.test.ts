import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { discussionOf } from '../../../src/domain/document-id.ts'
import { openTalkMemory } from '../../../src/state/discussion/talk-memory.ts'
import { readWaiting } from '../../../src/storage/draft-storage.ts'
import { fillDiscussion } from '../../server/flood.ts'
import { eventually } from '../../world/eventually.ts'
import { startTestServer, type TestServer } from '../../world/server.ts'
import { must } from '../browser.ts'
import { comment, together, worksOn, type AtWork } from './at-work.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const thread = ({ discussion }: AtWork) =>
  discussion.view.getState().threads.find(({ opening }) => opening.words === 'Stimmt das?')

describe('a discussion that is full', () => {
  it('closes at the control before anything is refused, and takes decisions on', async () => {
    const { draftId, aminaHere, aminas, carlas, leave } = await together(server, 'editor')
    aminas.says('Stimmt das?')
    await eventually(() => expect(carlas.reads()).toEqual(['Stimmt das?']))
    await fillDiscussion(server, { draftId, browser: aminaHere.jar })
    await eventually(() => expect(aminas.discussion.view.getState().room).toBe('acts'))
    await eventually(() => expect(carlas.discussion.view.getState().room).toBe('acts'))
    const long = Array.from({ length: 4 }, () => comment('x'.repeat(5_000)))
    expect(carlas.discussion.addAll(long)).toEqual({ ok: false, refusal: 'discussion-full' })
    must(carlas.discussion.add({ type: 'resolved', of: thread(aminas)?.id ?? '' }))
    await eventually(() => expect(thread(aminas)).toMatchObject({ resolved: {} }))
    await eventually(() => expect(carlas.status()).toBe('live'))
    await Promise.all([carlas.leaves(), aminas.leaves()])
    await leave()
  })

  it('takes decisions made offline; words without room stay on the device', async () => {
    const { draftId, aminaHere, carlaHere, aminas, carlas, leave } = await together(server, 'editor')
    aminas.says('Stimmt das?')
    await eventually(() => expect(carlas.reads()).toEqual(['Stimmt das?']))
    carlaHere.network.cut()
    carlas.says('Das wollte ich noch sagen.')
    must(carlas.discussion.add({ type: 'resolved', of: thread(aminas)?.id ?? '' }))
    await fillDiscussion(server, { draftId, browser: aminaHere.jar })
    carlaHere.network.restore()
    await eventually(() => expect(carlaHere.reloads).toBe(1), 60_000)

    const again = await worksOn(carlaHere, draftId)
    await eventually(() => expect(thread(aminas)).toMatchObject({ resolved: {} }), 60_000)
    await eventually(async () => expect(await readWaiting(discussionOf(draftId), carlaHere.device)).toEqual([]), 30_000)
    const { typed } = openTalkMemory(again.desk, again.live).read()
    expect(Object.values(typed)).toEqual(['Das wollte ich noch sagen.'])
    await eventually(() => expect(again.status()).toBe('live'))
    expect(aminas.reads()).not.toContain('Das wollte ich noch sagen.')
    await Promise.all([again.leaves(), aminas.leaves()])
    await leave()
  })
})
