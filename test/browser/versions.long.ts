import { afterAll, beforeAll, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { history as words } from '../../src/ui/wording/de/history.ts'
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

const compares = ({ page }: Person, name: string) =>
  page.getByRole('listitem').filter({ hasText: name }).getByText(words.compareWithNow).click()

it('a version is named, compared after more was written, and a section of it brought back; one named offline arrives', async () => {
  const amina = await Person.arrives(cast.amina, server)
  await amina.startsDraft('Lauterbrück')
  await amina.writes('kurzfassung', 'Wir öffnen das Haus für alle.')
  await amina.writes('ziele', 'Am Montag gibt es Kaffee.')
  await amina.opensHistory()
  await amina.namesVersion('Vor dem Rat')
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
  await amina.namesVersion('Im Bürgerhaus')
  const offline = amina.page.getByRole('listitem').filter({ hasText: 'Im Bürgerhaus' })
  await offline.getByText(words.waiting).waitFor()
  amina.comesBack()
  await offline.getByText(words.waiting).waitFor({ state: 'detached' })

  await amina.page.getByRole('complementary', { name: words.title }).getByRole('button').first().click()
  const bruno = await Person.arrives(cast.bruno, server, { phone: true })
  await amina.bringsIn(bruno)
  await bruno.opensHistory()
  await bruno.page.getByText('Im Bürgerhaus').waitFor()
  await compares(bruno, 'Vor dem Rat')
  await bruno.page.getByRole('insertion').filter({ hasText: 'Auch ohne Netz.' }).waitFor()
  await isFlawlessInLightAndDark(bruno.page)
  for (const person of [amina, bruno]) {
    expect(person.complaints).toEqual([])
    await person.leaves()
  }
})

it('two named versions are compared with each other, all of one comes back and goes again, and who wrote what is seen', async () => {
  const amina = await Person.arrives(cast.amina, server)
  await amina.startsDraft('Lauterbrück')
  await amina.writes('ziele', 'Wir öffnen das Haus für alle.')
  await amina.writes('kurzfassung', 'Am Montag gibt es Kaffee.')
  await amina.entersFact('contact', 'Amina Haddad')
  await amina.hasEverythingTransferred()
  const bruno = await Person.arrives(cast.bruno, server)
  await amina.bringsIn(bruno)
  await bruno.writes('ziele', ' Auch am Sonntag.\n\n')
  await bruno.hasEverythingTransferred()
  await amina.sees('ziele', 'Auch am Sonntag.')

  await amina.opensHistory()
  await amina.namesVersion('Vor dem Rat')
  await amina.writes('kurzfassung', ' Am Dienstag Tee.')
  await amina.entersFact('contact', 'Bruno Seidel')
  await amina.namesVersion('Nach dem Rat')
  await amina.writes('kurzfassung', ' Das kam später.')
  await amina.hasEverythingTransferred()
  await compares(amina, 'Vor dem Rat')
  const dialog = amina.page.getByRole('dialog', { name: words.compare })
  const later = dialog.getByRole('combobox', { name: words.to })
  const second = later.locator('option', { hasText: 'Nach dem Rat' })
  await later.selectOption(await second.getAttribute('value'))
  await dialog.getByText(words.words('3 Wörter', '0 Wörter')).waitFor()
  expect(await dialog.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
    german.draft.facts,
    amina.titleOf('kurzfassung'),
  ])
  const fact = dialog.locator('dl > div', { hasText: 'Feste Ansprechperson' })
  const containing = (...texts: string[]) => texts.map((text) => expect.stringContaining(text))
  expect(await fact.getByRole('deletion').allInnerTexts()).toEqual(containing('Amina Haddad'))
  expect(await dialog.getByRole('deletion').count()).toBe(1)
  expect(await dialog.getByRole('insertion').allInnerTexts()).toEqual(containing('Bruno Seidel', ' Am Dienstag Tee.'))
  expect(await dialog.getByText('Das kam später.').count()).toBe(0)
  await dialog.getByText(words.beside).click()
  const sides = dialog.locator('[data-layout="beside"] p')
  expect((await sides.allTextContents()).map((text) => text.trim())).toEqual([
    expect.stringMatching(/Am Montag gibt es Kaffee\.$/),
    expect.stringMatching(/Am Montag gibt es Kaffee\..* Am Dienstag Tee\./),
  ])
  await isFlawlessInLightAndDark(amina.page)

  const everythingComesBack = async () => {
    await dialog.getByRole('button', { name: words.restoreAll }).click()
    await dialog.getByRole('button', { name: words.restore, exact: true }).click()
    await dialog.getByText(words.restored).waitFor()
  }
  const reads = (person: Person, text: string) =>
    eventually(async () => expect(await person.reads('kurzfassung')).toBe(text))
  await everythingComesBack()
  await reads(bruno, 'Am Montag gibt es Kaffee.')
  await bruno.seesFact('contact', 'Amina Haddad')
  await dialog.getByRole('button', { name: words.undo }).click()
  await dialog.getByText(words.undone).waitFor()
  await reads(bruno, 'Am Montag gibt es Kaffee. Am Dienstag Tee. Das kam später.')
  await bruno.seesFact('contact', 'Bruno Seidel')
  await everythingComesBack()
  await dialog.getByRole('button', { name: german.elements.close }).click()
  for (const person of [amina, bruno]) {
    await reads(person, 'Am Montag gibt es Kaffee.')
    await person.seesFact('contact', 'Amina Haddad')
  }
  expect(await amina.reads('ziele')).toBe('Wir öffnen das Haus für alle. Auch am Sonntag.')

  const panel = amina.page.getByRole('complementary', { name: words.title })
  await panel.getByRole('checkbox', { name: words.authors }).check()
  const shares = panel.locator('dl > div', { hasText: amina.titleOf('ziele') })
  // 29 and 17 characters; where a line ends nobody has one more, however often Bruno pressed Enter.
  const [agency, town] = [cast.amina.organisation, cast.bruno.organisation]
  await eventually(async () =>
    expect((await shares.locator('dd').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      expect.stringContaining(`${agency} 63 %`),
      expect.stringContaining(`${town} 37 %`),
    ]),
  )
  const marked = async (organisation: string, sector: string) =>
    (await amina.textbox('ziele').locator(`[title="${organisation}"].eb-${sector}`).allInnerTexts()).join('')
  expect([await marked(agency, 'civil'), await marked(town, 'administration')]).toEqual([
    'Wir öffnen das Haus für alle.',
    ' Auch am Sonntag.',
  ])
  await isFlawlessInLightAndDark(amina.page)
  await panel.getByRole('checkbox', { name: words.authors }).uncheck()
  await eventually(async () => expect(await marked(town, 'administration')).toBe(''))
  for (const person of [amina, bruno]) {
    expect(person.complaints).toEqual([])
    await person.leaves()
  }
})
