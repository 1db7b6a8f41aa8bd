import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FormTransfer } from '../../src/state/form-transfer.ts'
import { amina } from '../server/person.ts'
import { eventually } from '../world/eventually.ts'
import { startTestServer, type TestServer } from '../world/server.ts'
import { Participant } from './browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const words = { yes: 'ja', no: 'nein' }
const stateOf = (form: FormTransfer, id: string) => form.view.getState().fields.find((field) => field.id === id)?.state

it('what was carried over into the form stays ticked on this device until it reads otherwise', async () => {
  const aminaHere = await Participant.arrives(amina, server)
  const draftId = await aminaHere.starts('Marburg')
  const draft = await aminaHere.opens(draftId)
  const field = `fact/${draft.view.getState().call.titleField}`
  const form = await draft.openForm(words)
  expect(stateOf(form, field)).toBe('open')
  form.tick(field, true)
  expect(stateOf(form, field)).toBe('done')
  form.close()
  await draft.close()
  await aminaHere.restarts()

  const again = await aminaHere.opens(draftId)
  const later = await again.openForm(words)
  expect(stateOf(later, field)).toBe('done')
  again.setFact(again.view.getState().call.titleField, 'Marburg an der Lahn')
  await eventually(() => expect(stateOf(later, field)).toBe('changed'))
  again.setFact(again.view.getState().call.titleField, 'Marburg')
  await eventually(() => expect(stateOf(later, field)).toBe('done'))
  later.tick(field, false)
  expect(stateOf(later, field)).toBe('open')
  later.close()
  await aminaHere.leaves()
})
