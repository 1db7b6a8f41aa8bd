import { afterAll, beforeAll, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { meanwhile as words } from '../../src/ui/wording/de/meanwhile.ts'
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

it('who comes back is told calmly what changed, until they have looked', async () => {
  const amina = await Person.arrives(cast.amina, server)
  await amina.startsDraft('Lauterbrück')
  await amina.writes('kurzfassung', 'Am Montag gibt es Kaffee.')
  await amina.hasEverythingTransferred()
  const bruno = await Person.arrives(cast.bruno, server)
  await amina.bringsIn(bruno)
  await bruno.sees('kurzfassung', 'Kaffee')
  await bruno.reloads()
  await bruno.seesDraft()
  await bruno.hasEverythingTransferred()
  bruno.goesOffline()
  await bruno.seesWords(/Ohne Verbindung/)
  await bruno.writes('kurzfassung', ' Und Suppe')
  await amina.writes('kurzfassung', ' Und Kuchen')
  await amina.writes('ziele', 'Ein neuer Satz von Amina.')
  await amina.hasEverythingTransferred()

  // Bruno is in the middle of a sentence when the line returns.
  const caret = () =>
    bruno.page.evaluate(() => {
      const selection = getSelection()
      const range = selection?.getRangeAt(0)
      return [selection?.focusNode?.textContent, Math.round(range?.getBoundingClientRect().top ?? -1)] as const
    })
  const [, before] = await caret()
  bruno.comesBack()
  const look = bruno.page.getByRole('button', { name: words.look })
  await look.waitFor()
  const [text, after] = await caret()
  expect(text).toContain('Und Suppe')
  expect(Math.abs(after - before)).toBeLessThanOrEqual(30)
  await bruno.page.keyboard.type(' mit Brot')
  await bruno.sees('kurzfassung', 'Und Suppe mit Brot')
  await bruno.seesWords(words.line('2 Abschnitte', cast.amina.organisation))
  expect(await bruno.page.getByText(german.draft.changed, { exact: true }).count()).toBe(2)

  await bruno.reloads()
  await look.click()
  const panel = bruno.page.getByRole('complementary', { name: words.title })
  await panel.getByText(words.bothTitle).waitFor()
  expect(await panel.getByRole('definition').allInnerTexts()).toEqual([
    words.nothing,
    expect.stringContaining('Und Kuchen'),
    expect.stringContaining('Und Suppe'),
    expect.stringMatching(/Kuchen.*Suppe|Suppe.*Kuchen/s),
  ])
  await isFlawlessInLightAndDark(bruno.page)
  await panel.getByRole('button', { name: words.goToIn(bruno.titleOf('ziele')) }).click()
  await eventually(async () => expect((await caret())[0]).toContain('Ein neuer Satz'))
  await panel.getByRole('button', { name: words.looked }).click()
  await panel.waitFor({ state: 'detached' })
  await bruno.reloads()
  await bruno.seesDraft()
  await bruno.hasEverythingTransferred()
  expect(await look.count()).toBe(0)
  expect([...amina.complaints, ...bruno.complaints]).toEqual([])
  await Promise.all([amina.leaves(), bruno.leaves()])
})
