import { afterEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { startAnew } from '../../src/state/start-anew.ts'
import { openDeviceStore } from '../../src/storage/device-store.ts'
import { amina } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { startTestServer } from '../world/server.ts'
import { spoilStored } from '../world/spoil.ts'
import { Participant } from './browser.ts'

// Only watched: it does what it does.
vi.mock('../../src/state/start-anew.ts', { spy: true })

afterEach(() => {
  vi.useRealTimers()
  vi.mocked(startAnew).mockClear()
})

/** Someone on whose device a draft says Schwerte, and a server that says something else of the same state. */
const fallOut = async () => {
  const server = await startTestServer()
  const person = await Participant.arrives(amina, server)
  const draftId = await person.starts('Schwerte')
  const before = await person.opens(draftId)
  await eventually(() => expect(before.view.getState().status.name).toBe('live'))
  await person.restarts()
  await server.stop()
  spoilStored(server.dataDir, draftId, 'Schwerte', 'Schwarte')
  await server.restart()
  const draft = await person.opens(draftId)
  await eventually(() => expect(draft.view.getState().status.name).toBe('live'))
  expect(draft.view.getState().title).toBe('Schwerte')
  return { server, person, draftId, draft }
}

it('a page that reads differently from the server keeps what it read as a rescue copy and takes the draft anew', async () => {
  const { server, person, draftId } = await fallOut()
  // A minute later it says what it reads.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
  await eventually(() => expect(person.reloads).toBe(1))
  vi.useRealTimers()

  await person.restarts()
  await person.app.shelf.refresh()
  const entry = person.app.shelf.view.getState().drafts.find((each) => each.draftId === draftId)
  expect(entry?.rescue?.text).toContain('Schwerte')
  const [state = new Uint8Array()] = (await openDeviceStore(person.device).readDraft(draftId))?.rescue?.states ?? []
  const copy = createDraftDocument()
  Y.applyUpdate(copy, state)
  expect(copy.getMap('fields').get('place.name')).toBe('Schwerte')
  const anew = await person.opens(draftId)
  await eventually(() => expect(anew.view.getState().title).toBe('Schwarte'))
  await anew.close()
  await person.leaves()
  await server.stop()
})

it('where the device cannot keep the rescue copy, the page that has the only one stays as it is', async () => {
  const { server, person, draftId, draft } = await fallOut()
  const restore = person.device.abortWrites()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
  await eventually(() => expect(startAnew).toHaveBeenCalled())
  await vi.mocked(startAnew).mock.results[0]?.value
  vi.useRealTimers()
  restore()
  expect(person.reloads).toBe(0)
  expect(draft.view.getState().title).toBe('Schwerte')
  expect((await openDeviceStore(person.device).readDraft(draftId))?.rescue).toBeUndefined()
  await draft.close()
  await person.leaves()
  await server.stop()
})
