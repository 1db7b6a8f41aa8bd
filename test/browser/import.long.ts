import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writePlaces } from '../../server/places/places-file.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { importWords } from '../../src/ui/wording/import.ts'
import { docxFile, wordHeading, wordParagraph, wordStyles } from '../import/office-files.ts'
import * as cast from '../world/cast.ts'
import { callNamed } from '../world/calls.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { isFlawlessInLightAndDark } from './flawless.ts'

const words = importWords.de
const country = callNamed('engagiertes-land-2023')

const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})
const application = docxFile({
  styles: wordStyles,
  body:
    wordHeading('1. Kurzfassung') +
    wordParagraph('Lauterbrück macht Engagement leicht.') +
    wordHeading('Zeitplan') +
    wordParagraph('Im Januar laden wir ein.') +
    wordHeading('Presse') +
    wordParagraph('Aus dem Lauterboten.'),
})

const more = docxFile({
  styles: wordStyles,
  body:
    wordHeading('Wirkung') +
    wordParagraph('Mehr Menschen machen mit.') +
    wordHeading('Danksagung') +
    wordParagraph('Allen sei gedankt.'),
})

describe('without a network a draft is begun from a Word file', () => {
  let server: TestServer
  let amina: Person

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    writePlaces(server.dataDir, {
      source: 'Statistisches Bundesamt',
      date: '2022-12-31',
      places: [{ name: 'Lauterbrück', kind: 'Stadt', state: 'Hessen', population: 23_418, areaCode: '06456001' }],
    })
    amina = await Person.arrives(cast.amina, server)
    await amina.opens('/')
    await amina.hasTheAppOnTheDevice()
    await amina.opens('/neu')
    await amina.page.getByRole('combobox').first().waitFor()
    await amina.opens('/')
    amina.goesOffline()
  })

  afterAll(async () => {
    await amina?.leaves()
    await server?.stop()
  })

  const button = (name: string) => amina.page.getByRole('button', { name, exact: true })
  const chooses = async (name: string, bytes: Uint8Array) =>
    amina.page.getByLabel(words.choose, { exact: true }).first().setInputFiles(file(name, bytes))
  const opensImport = async () => {
    await button(german.draft.menu).click()
    await button(german.draft.import).click()
  }
  const fillsInStart = async (call = amina.call) => {
    const { page } = amina
    await page.getByRole('radio', { name: new RegExp(call.shortTitle) }).check({ force: true })
    const place = call.fields.find(({ id }) => id === call.titleField)?.label ?? ''
    await page.getByRole('combobox', { name: place, exact: true }).fill('lauter')
    await page.getByRole('option', { name: 'Lauterbrück' }).click()
    await page.getByLabel(german.start.name, { exact: true }).fill(cast.amina.name)
    await page.getByLabel(german.start.organisation, { exact: true }).fill(cast.amina.organisation)
    await page.getByRole('radio', { name: 'Zivilgesellschaft' }).check({ force: true })
    await button(german.start.submit).click()
    await page.getByRole('heading', { name: words.found }).waitFor()
  }

  it('a file that is none is refused by name and leaves the page as quick as it was', async () => {
    await button(german.shelf.startFromFile).click()
    await chooses('riesig.txt', new TextEncoder().encode('Wort '.repeat(2_000_000)))
    await amina.seesWords(words.refused['too-much'])
    await chooses('scan.pdf', new TextEncoder().encode('%PDF-1.7'))
    await amina.seesWords(words.refused.pdf)
  })

  it('shows what would go where, and nothing happens before it is taken over', async () => {
    await chooses('antrag.docx', application)
    await amina.seesWords(words.startNote('antrag.docx'))
    await fillsInStart()
    await isFlawlessInLightAndDark(amina.page)
    expect(await amina.page.getByLabel(words.whereTo('Presse')).inputValue()).toBe('')
    await amina.page.getByLabel(words.whereTo('Zeitplan')).selectOption('')
    await button(words.takeOver).click()
    await amina.seesWords(words.taken(1, '1'))
    await button(german.elements.close).last().click()
    await amina.sees('kurzfassung', 'Lauterbrück macht Engagement leicht.')
    expect(await amina.reads('zeitplan')).toBe('')
    expect(await amina.reads('kurzfassung')).not.toContain('Kurzfassung')
    await amina.seesFact('place.population', '23.418')
  })

  it('what is aside outlives other pages, another import and a reload without a network, and goes when told to', async () => {
    await opensImport()
    await chooses('mehr.docx', more)
    await amina.page.getByLabel(words.whereTo('Wirkung')).selectOption('ziele')
    await button(words.takeOver).click()
    await amina.seesWords(words.restHint)
    await button(german.elements.close).last().click()
    const { pathname } = new URL(amina.page.url())
    await amina.opens(`${pathname}/export`)
    await amina.page.getByRole('heading', { level: 1 }).waitFor()
    await amina.opens(pathname)
    await opensImport()
    await amina.seesWords(words.rest(3, '3'))
    await button(words.showRest).click()
    await button(words.discardOf('Danksagung')).click()
    await button(german.elements.close).or(button(words.cancel)).last().click()
    await amina.reloads()
    await opensImport()
    await amina.seesWords(words.rest(2, '2'))
    await button(words.showRest).click()
    await amina.page.getByLabel(words.whereTo('Presse')).waitFor()
    await button(words.cancel).click()
  })

  it('what was aside is put to a section later, in place of its text, and goes again in one step', async () => {
    await opensImport()
    await button(words.showRest).click()
    await amina.page.getByLabel(words.whereTo('Presse')).selectOption('kurzfassung')
    await amina.page.getByLabel(words.whereTo('Zeitplan')).selectOption('zeitplan')
    await amina.page.getByText(words.replace, { exact: true }).click()
    await button(words.takeOver).click()
    await amina.sees('kurzfassung', 'Aus dem Lauterboten.')
    expect(await amina.reads('kurzfassung')).not.toContain('Engagement')
    await amina.sees('zeitplan', 'Im Januar laden wir ein.')
    await amina.textbox('kurzfassung').click()
    await amina.page.keyboard.press('Control+z')
    await amina.sees('kurzfassung', 'Lauterbrück macht Engagement leicht.')
    expect(await amina.reads('kurzfassung')).not.toContain('Lauterboten')
  })

  it('text that is pasted with its headings goes to the preview as it is', async () => {
    await opensImport()
    const html = '<h2>Kurzfassung</h2><p>Und noch <b>ein</b> Satz.</p>'
    await amina.page.evaluate(
      (copied) =>
        navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([copied], { type: 'text/html' }) })]),
      html,
    )
    await amina.page.getByLabel(words.paste).click()
    await amina.page.keyboard.press('Control+v')
    await button(words.takeOver).click()
    await amina.sees('kurzfassung', 'Und noch ein Satz.')
    expect(await amina.reads('kurzfassung')).toContain('Lauterbrück macht Engagement leicht.')
  })

  it('the whole draft goes over to another call, what fits nowhere stays aside', async () => {
    await button(german.draft.menu).click()
    await button(german.draft.nextCall).click()
    await fillsInStart(country)
    await amina.page.getByLabel(words.whereTo('Kurzfassung')).selectOption('bedarf')
    await button(words.takeOver).click()
    await amina.seesWords(words.taken(1, '1'))
    await amina.page.getByLabel(words.whereTo('Erste Schritte und Zeitplan')).waitFor()
    await button(german.elements.close).last().click()
    const need = amina.page.getByRole('textbox', { name: 'Bedarf und Potenzial', exact: true })
    expect(await need.innerText()).toContain('Lauterbrück macht Engagement leicht.')
    amina.comesBack()
    await amina.hasEverythingTransferred()
    expect(amina.complaints).toEqual([])
  })
})
