import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAnchor } from '../../../src/document/anchor.ts'
import { textName } from '../../../src/document/names.ts'
import { Authorship } from '../../../src/state/versions/authorship.ts'
import { amina, bruno, carla } from '../../server/person.ts'
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

it('shares are of the characters people read: where a line ends nobody has one more, and an emoji is one', async () => {
  const here = await Participant.arrives(amina, server)
  const draftId = await here.starts('Lippstadt')
  const draft = await here.opens(draftId)
  await eventually(() => expect(draft.view.getState().status.name).toBe('live'))
  const guests = await Promise.all([bruno, carla].map((person) => Participant.arrives(person, server)))
  for (const guest of guests) await here.bringsIn(guest, draft)
  const desks = guests.map((guest) => guest.desk())
  const [theirs, others] = await Promise.all(desks.map(async (desk) => must(await desk.hold(draftId))))
  const write = async (live: typeof theirs, sectionId: string, words: string) => {
    await eventually(() => expect(live?.facts().connection.name).toBe('live'))
    live?.doc.transact(() => live.doc.getText(textName(sectionId)).insert(0, words), 'test')
    await eventually(() => expect(live?.facts().waiting).toBe(0))
  }
  await write(theirs, 'ziele', '12345678 🎉\n')
  await eventually(() => expect(others?.doc.getText(textName('ziele')).toJSON()).toContain('🎉'))
  await write(others, 'ziele', '1234567890\n\n\n')
  await write(others, 'zeitplan', '\n\n')
  const authors = await draft.openAuthorship()
  const halves = [`${carla.organisation} 50`, `${bruno.organisation} 50`]
  await eventually(() => expect(told(authors, 'ziele')).toEqual([halves, 0]))
  expect(told(authors, 'zeitplan')).toEqual([[], 0])
  authors.close()
  await Promise.all(desks.map((desk) => desk.drafts.closeAll()))
  await Promise.all([here, ...guests].map((each) => each.leaves()))
})

it('what came in by an accepted suggestion is whose suggestion it was, and nobody gives away another’s words', async () => {
  const here = await Participant.arrives(amina, server)
  const draftId = await here.starts('Lippstadt')
  const draft = await here.opens(draftId)
  await eventually(() => expect(draft.view.getState().status.name).toBe('live'))
  const guest = await Participant.arrives(bruno, server)
  await here.bringsIn(guest, draft)
  const desk = guest.desk()
  const theirs = must(await desk.hold(draftId))
  await eventually(() => expect(theirs.facts().connection.name).toBe('live'))
  const text = theirs.doc.getText(textName('ziele'))
  theirs.doc.transact(() => text.insert(0, 'Von Bruno.'), 'test')
  const suggestion = (insert: string) => ({
    type: 'suggestion' as const,
    section: 'ziele',
    ...createAnchor(text, 4, 10),
    change: [{ retain: 6 }, { insert, formats: {} }],
    words: '',
    mentions: [],
  })
  const id = must((await theirs.discussion()).add(suggestion(' Und noch mehr.')))
  const authors = await draft.openAuthorship()
  await eventually(() => expect(told(authors, 'ziele')).toEqual([[`${bruno.organisation} 100`], 0]))
  const settling = await draft.settling()
  const discussion = await draft.discussion()
  await eventually(() => expect(discussion.view.getState().threads.map((each) => each.id)).toEqual([id]))
  expect(settling.accept('ziele', [id], (edit) => edit())).toEqual([])
  await eventually(() => expect(text.toJSON()).toBe('Von Bruno. Und noch mehr.'))
  await eventually(() => expect(told(authors, 'ziele')).toEqual([[`${bruno.organisation} 100`], 0]))

  const own = must(discussion.add(suggestion('!')))
  must(discussion.add({ type: 'accepted', of: own, wrote: [[theirs.doc.clientID, 0, 10]] }))
  const theirDiscussion = await theirs.discussion()
  await eventually(() =>
    expect(theirDiscussion.view.getState().threads.map((each) => each.kind === 'suggestion' && each.state)).toEqual([
      'accepted',
      'accepted',
    ]),
  )
  const theirAuthors = await Authorship.open(desk, theirs)
  for (const each of [authors, theirAuthors]) {
    await eventually(() => expect(told(each, 'ziele')).toEqual([[`${bruno.organisation} 100`], 0]))
  }
  authors.close()
  theirAuthors.close()
  await desk.drafts.closeAll()
  await here.leaves()
  await guest.leaves()
})
