import { afterAll, beforeAll, expect, it } from 'vitest'
import { textName } from '../../../src/document/names.ts'
import type { Authorship } from '../../../src/state/versions/authorship.ts'
import { amina, bruno } from '../../server/person.ts'
import { eventually } from '../../world/eventually.ts'
import { startTestServer, type TestServer } from '../../world/server.ts'
import { must, Participant } from '../browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const told = (authorship: Authorship, sectionId: string) => {
  const section = authorship.view.getState().sections.get(sectionId)
  return [section?.shares.map(({ organisation, percent }) => `${organisation} ${percent}`), section?.unknown]
}

it('who wrote what is told by organisation, at once for one’s own, and offline with what was heard', async () => {
  const here = await Participant.arrives(amina, server)
  const draftId = await here.starts('Lippstadt')
  const draft = await here.opens(draftId)
  await eventually(() => expect(draft.view.getState().status.name).toBe('live'))
  const guest = await Participant.arrives(bruno, server)
  await here.bringsIn(guest, draft)
  const desk = guest.desk()
  const theirs = must(await desk.hold(draftId))
  await eventually(() => expect(theirs.facts().connection.name).toBe('live'))
  theirs.doc.transact(() => theirs.doc.getText(textName('ziele')).insert(0, 'Von Bruno.'), 'test')
  await eventually(() => expect(theirs.facts().waiting).toBe(0))

  const authors = await draft.openAuthorship()
  await eventually(() => expect(told(authors, 'ziele')).toEqual([[`${bruno.organisation} 100`], 0]))
  here.network.cut()
  await here.restarts()
  const again = await here.opens(draftId)
  const offline = await again.openAuthorship()
  expect(told(offline, 'ziele')).toEqual([[`${bruno.organisation} 100`], 0])
  offline.close()
  authors.close()
  await desk.drafts.closeAll()
  await here.leaves()
  await guest.leaves()
})
