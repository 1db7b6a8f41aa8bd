import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { OpenDraft } from '../../src/state/app-state.ts'
import { amina, bruno } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { Participant } from './browser.ts'

const flipped = (row: Uint8Array): Uint8Array => row.map((byte, index) => (index === 8 ? byte ^ 0x10 : byte))

const title = (draft: OpenDraft) => draft.view.getState().title
const status = (draft: OpenDraft) => draft.view.getState().status.name
const whenLive = (draft: OpenDraft) => eventually(() => expect(status(draft)).toBe('live'))

describe('a damaged copy of a draft', () => {
  let server: TestServer
  let person: Participant
  let other: Participant
  let draftId: DraftId

  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.stop())

  /** A draft whose partners were named and renamed, row by row, and which both have. */
  const begin = async () => {
    person = await Participant.arrives(amina, server)
    other = await Participant.arrives(bruno, server)
    draftId = await person.starts('Schwerte')
    const draft = await person.opens(draftId)
    await whenLive(draft)
    await person.bringsIn(other, draft)
    const theirs = await other.opens(draftId)
    await whenLive(theirs)
    for (const place of ['Unna', 'Hamm', 'Soest']) {
      theirs.setFact('place.name', place)
      await eventually(() => expect(title(draft)).toBe(place))
    }
    draft.setFact('place.population', '47000')
    await whenLive(draft)
    await draft.close()
    await person.app.close()
    return theirs
  }

  const leave = async (theirs: OpenDraft) => {
    await theirs.close()
    await person.leaves()
    await other.leaves()
  }

  /** The same draft as this device alone has it. */
  const offline = async () => {
    await person.restarts()
    person.network.cut()
    return person.opens(draftId)
  }

  it.each([0, 1, 2, 3, 4])(
    'is whole again on disk once the server was heard, whichever row it was (%i)',
    async (row) => {
      const theirs = await begin()
      await person.device.spoils(draftId, 'updates', row, flipped)
      const alone = await offline()
      expect(status(alone)).toBe('damaged')
      expect(await person.device.damaged(draftId)).toHaveLength(1)
      person.network.restore()
      await whenLive(alone)
      expect(alone.view.getState().facts).toEqual(theirs.view.getState().facts)
      await alone.close()

      const again = await offline()
      expect(title(again)).toBe('Soest')
      expect(again.view.getState().facts).toEqual(theirs.view.getState().facts)
      expect(status(again)).not.toBe('damaged')
      person.network.restore()
      await again.close()
      await leave(theirs)
    },
  )

  it('that lost a change for good, before anybody else had it, does not keep its person from writing on', async () => {
    const theirs = await begin()
    const before = await offline()
    for (const words of ['1', '12', '123']) before.setFact('submitter', words)
    before.setFact('place.state', 'Westfalen')
    await before.close()
    await person.app.close()
    // The first of the four: those behind it build on it.
    await person.device.spoils(draftId, 'updates', -4, flipped)
    await person.device.spoils(draftId, 'outbox', -4, () => null)

    const after = await offline()
    expect(status(after)).toBe('damaged')
    person.network.restore()
    await whenLive(after)
    after.setFact('place.name', 'Werl')
    await eventually(() => expect(title(theirs)).toBe('Werl'))
    await whenLive(after)
    expect(await person.device.damaged(draftId)).toHaveLength(2)
    await after.close()
    await leave(theirs)
  })
})
