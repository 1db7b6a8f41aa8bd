import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenDraft } from '../../src/state/app-state.ts'
import { amina, bruno } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { Participant } from './browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const whyNot = (draft: OpenDraft, sectionId = 'ziele') =>
  draft.view.getState().sections.find(({ section }) => section.id === sectionId)?.whyNot
const seesClosed = (draft: OpenDraft, by: string) =>
  eventually(() => expect(whyNot(draft)).toMatchObject({ name: 'last-edit', editor: { name: by } }))

it('two see in which field the other is, and a section closed for the last edit has one pen, which those who lead hand on', async () => {
  const aminaHere = await Participant.arrives(amina, server)
  const brunoHere = await Participant.arrives(bruno, server)
  const aminas = await aminaHere.opens(await aminaHere.starts('Marburg'))
  await eventually(() => expect(aminas.view.getState().status.name).toBe('live'))
  const brunos = await brunoHere.opens(await aminaHere.bringsIn(brunoHere, aminas))
  await eventually(() => expect(brunos.view.getState().status.name).toBe('live'))
  brunos.enterField('contact')
  await eventually(() => expect(aminas.view.getState().present).toMatchObject([{ person: bruno, field: 'contact' }]))

  brunos.work.close(['ziele'], 'nicht meine Sache')
  brunoHere.network.cut()
  aminas.work.close(['ziele', 'ausgangslage'], ' Für den Rat ')
  await eventually(() =>
    expect(aminas.view.getState().work.get('ausgangslage')?.closing).toMatchObject({
      by: { name: amina.name, organisation: amina.organisation },
      reason: 'Für den Rat',
    }),
  )
  expect(whyNot(aminas, 'ausgangslage')).toBeNull()
  // Without a connection nobody can know of it.
  expect(whyNot(brunos)).toBeNull()
  brunoHere.network.restore()
  await seesClosed(brunos, amina.name)
  expect(whyNot(brunos, 'zeitplan')).toBeNull()
  expect(brunos.view.getState().mayWrite).toBe(true)
  brunos.work.open(['ziele'])

  aminas.work.setFinalEditor(bruno)
  await eventually(() => expect(whyNot(brunos)).toBeNull())
  await seesClosed(aminas, bruno.name)
  brunos.work.setFinalEditor(null)
  brunos.work.close(['zeitplan'], '')
  await eventually(() => expect(whyNot(aminas, 'zeitplan')).toMatchObject({ name: 'last-edit' }))
  aminas.work.open(['ziele', 'ausgangslage', 'zeitplan'])
  await eventually(() =>
    expect(
      brunos.view
        .getState()
        .sections.every(({ section }) => brunos.view.getState().work.get(section.id)?.closing === null),
    ).toBe(true),
  )
  await Promise.all([aminaHere.leaves(), brunoHere.leaves()])
})
