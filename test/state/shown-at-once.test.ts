import { expect, it } from 'vitest'
import { tickName } from '../../src/domain/tick.ts'
import { amina } from '../server/person.ts'
import { startTestServer } from '../world/server.ts'
import { Participant } from './browser.ts'

it('what is ticked or chosen shows with the click: until the next frame it would jump back', async () => {
  const server = await startTestServer()
  const here = await Participant.arrives(amina, server)
  const draft = await here.opens(await here.starts('Marburg'))
  const now = () => draft.view.getState()
  const partnerId = now().partners[0]?.id ?? ''
  const tick = { kind: 'declaration', id: 'netzwerk', partnerId: null } as const

  draft.setTick(tick, true)
  expect(now().ticked).toContain(tickName(tick))
  draft.setTick(tick, false)
  expect(now().ticked).not.toContain(tickName(tick))
  draft.setFact('place.kind', 'Stadt')
  expect(now().facts.get('place.kind')).toBe('Stadt')
  draft.changePartner(partnerId, { sector: 'science' })
  expect(now().partners[0]?.sector).toBe('science')
  draft.changePlan(new Map([['feedback', { isDone: true }]]))
  expect(now().plan.get('feedback')?.isDone).toBe(true)
  draft.work.setFinalEditor(amina)
  expect(now().finalEditor).toMatchObject({ name: amina.name })
  await here.leaves()
  await server.stop()
})
