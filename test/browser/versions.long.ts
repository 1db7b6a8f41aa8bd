import { afterAll, beforeAll, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { history as words } from '../../src/ui/wording/de/history.ts'
import * as cast from '../world/cast.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { isFlawlessInLightAndDark } from './flawless.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ asProcess: builtServer })
})
afterAll(() => server?.stop())

const opensHistory = async ({ page }: Person): Promise<void> => {
  await page.getByRole('button', { name: german.draft.menu, exact: true }).click()
  await page.getByRole('button', { name: german.draft.history, exact: true }).click()
}
const names = async ({ page }: Person, name: string): Promise<void> => {
  await page.getByRole('button', { name: words.name }).click()
  await page.getByLabel(words.nameLabel).fill(name)
  await page.getByRole('button', { name: words.nameNow }).click()
  await page.getByText(words.named(name)).waitFor()
}
const compares = ({ page }: Person, name: string) =>
  page.getByRole('listitem').filter({ hasText: name }).getByText(words.compareWithNow).click()

it('a version is named, compared after more was written, and a section of it brought back; one named offline arrives', async () => {
  const amina = await Person.arrives(cast.amina, server)
  await amina.startsDraft('Lauterbrück')
  await amina.writes('kurzfassung', 'Wir öffnen das Haus für alle.')
  await amina.writes('ziele', 'Am Montag gibt es Kaffee.')
  await opensHistory(amina)
  await names(amina, 'Vor dem Rat')
  await amina.writes('kurzfassung', ' Und den Garten.')
  await compares(amina, 'Vor dem Rat')
  const dialog = amina.page.getByRole('dialog', { name: words.compare })
  await dialog.getByText(words.words('3 Wörter', '0 Wörter')).waitFor()
  expect(await dialog.getByRole('insertion').allInnerTexts()).toEqual([expect.stringContaining('Und den Garten.')])
  expect(await dialog.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([amina.titleOf('kurzfassung')])
  await isFlawlessInLightAndDark(amina.page)
  await dialog.getByText(words.beside).click()
  expect(await dialog.getByText('Wir öffnen das Haus für alle.').count()).toBe(2)

  await dialog.getByRole('button', { name: words.restoreSectionOf(amina.titleOf('kurzfassung')) }).click()
  await dialog.getByRole('button', { name: words.restore, exact: true }).click()
  await dialog.getByText(words.same).waitFor()
  await dialog.getByRole('button', { name: words.undo }).click()
  await dialog.getByText(words.words('3 Wörter', '0 Wörter')).waitFor()
  await dialog.getByRole('button', { name: words.restoreSectionOf(amina.titleOf('kurzfassung')) }).click()
  await dialog.getByRole('button', { name: words.restore, exact: true }).click()
  await dialog.getByText(words.same).waitFor()
  await dialog.getByRole('button', { name: german.elements.close }).click()
  await amina.sees('kurzfassung', 'für alle.')
  expect(await amina.textbox('kurzfassung').innerText()).not.toContain('Garten')

  amina.goesOffline()
  await amina.seesWords(/Ohne Verbindung/)
  await amina.writes('ziele', ' Auch ohne Netz.')
  await names(amina, 'Im Bürgerhaus')
  const offline = amina.page.getByRole('listitem').filter({ hasText: 'Im Bürgerhaus' })
  await offline.getByText(words.waiting).waitFor()
  amina.comesBack()
  await offline.getByText(words.waiting).waitFor({ state: 'detached' })

  await amina.page.getByRole('complementary', { name: words.title }).getByRole('button').first().click()
  const bruno = await Person.arrives(cast.bruno, server, { phone: true })
  await amina.bringsIn(bruno)
  await opensHistory(bruno)
  await bruno.page.getByText('Im Bürgerhaus').waitFor()
  await compares(bruno, 'Vor dem Rat')
  await bruno.page.getByRole('insertion').filter({ hasText: 'Auch ohne Netz.' }).waitFor()
  await isFlawlessInLightAndDark(bruno.page)
  for (const person of [amina, bruno]) {
    expect(person.complaints).toEqual([])
    await person.leaves()
  }
})
