import { afterAll, beforeAll, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { meanwhile } from '../../src/ui/wording/de/meanwhile.ts'
import { duties } from '../../src/ui/wording/de/duties.ts'
import { lastEdit as words } from '../../src/ui/wording/de/last-edit.ts'
import { work } from '../../src/ui/wording/de/work.ts'
import { suggesting } from '../../src/ui/wording/de/suggesting.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { isFlawlessInLightAndDark } from './flawless.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ asProcess: builtServer })
})
afterAll(() => server?.stop())

it('two organisations share the sections, and what one writes offline outlives the last edit', async () => {
  const amina = await Person.arrives(cast.amina, server)
  await amina.startsDraft('Lauterbrück')
  await amina.addsPartner(cast.bruno.organisation, 'administration')
  const bruno = await Person.arrives(cast.bruno, server)
  await amina.bringsIn(bruno)
  const title = amina.titleOf('ziele')

  await amina.page.getByRole('button', { name: work.duty.changeOf(title, ''), exact: true }).click()
  const dialog = amina.page.getByRole('dialog', { name: duties.titleOf(title) })
  await dialog.getByLabel(duties.organisation).selectOption(cast.bruno.organisation)
  await dialog.getByLabel(duties.person).fill(cast.bruno.name)
  await dialog.getByRole('button', { name: duties.add }).click()
  await dialog.getByText(work.duty.byPerson(cast.bruno.name, cast.bruno.organisation)).waitFor()
  await isFlawlessInLightAndDark(amina.page)
  await amina.page.keyboard.press('Escape')

  const list = bruno.page.getByRole('navigation', { name: german.draft.sections })
  await list.getByText(german.draft.filter.mine, { exact: true }).click()
  await eventually(async () =>
    expect((await list.getByRole('button').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
      german.draft.facts,
      title,
      german.draft.declarations,
    ]),
  )
  await bruno.reloads()
  await bruno.seesDraft()
  expect(await list.getByRole('button').count()).toBe(3)
  await bruno.hasEverythingTransferred()

  bruno.goesOffline()
  await bruno.seesWords(/Ohne Verbindung/)
  await amina.page.getByRole('button', { name: german.draft.menu }).click()
  await amina.page.getByRole('button', { name: german.draft.lastEdit }).click()
  await amina.page.getByRole('button', { name: words.dialog.closeAll }).click()
  await isFlawlessInLightAndDark(amina.page)
  await amina.page.keyboard.press('Escape')
  await amina.writes('ziele', 'Ein letzter Schliff.')
  await amina.hasEverythingTransferred()
  await bruno.writes('ziele', 'Vom Rathaus aus, ohne Netz.')
  bruno.comesBack()

  const { name, organisation } = cast.amina
  await bruno.seesWords(words.closed.others(words.named(name, organisation)))
  // From now on what he types there is a suggestion.
  await bruno.seesWords(suggesting.mode.closed)
  await bruno.textbox('ziele').click()
  await bruno.page.keyboard.press('Control+z')
  await bruno.page.keyboard.type('Zu spät. ')
  await isFlawlessInLightAndDark(bruno.page)
  for (const who of [amina, bruno]) {
    await who.sees('ziele', 'Ein letzter Schliff.')
    await who.sees('ziele', 'Vom Rathaus aus, ohne Netz.')
  }
  await amina.page.locator('ins', { hasText: 'Zu spät.' }).first().waitFor()
  await amina.seesWords(meanwhile.line(meanwhile.sections(1), cast.bruno.organisation))
  expect([...amina.complaints, ...bruno.complaints]).toEqual([])
  await Promise.all([amina.leaves(), bruno.leaves()])
})
