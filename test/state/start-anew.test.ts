import { afterEach, expect, it, vi } from 'vitest'
import { amina } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { startTestServer } from '../world/server.ts'
import { spoilStored } from '../world/spoil.ts'
import { Participant } from './browser.ts'

afterEach(() => {
  vi.useRealTimers()
})

it('a page that reads differently from the server keeps what it read as a rescue copy and takes the draft anew', async () => {
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
  // A minute later it says what it reads.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
  await eventually(() => expect(person.reloads).toBe(1))
  vi.useRealTimers()

  await person.restarts()
  await person.app.shelf.refresh()
  const entry = person.app.shelf.view.getState().drafts.find((each) => each.draftId === draftId)
  expect(entry?.rescue?.text).toContain('Schwerte')
  const anew = await person.opens(draftId)
  await eventually(() => expect(anew.view.getState().title).toBe('Schwarte'))
  await anew.close()
  await person.leaves()
  await server.stop()
})
