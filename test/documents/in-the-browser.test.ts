import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { exportWords } from '../../src/ui/wording/export.ts'
import { isFlawlessInLightAndDark } from '../browser/flawless.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { officeLines } from './expected-text.ts'
import { fontsOf, infoOf, tagsOf, textOfPdf, textsOfOffice } from './read-document.ts'

const words = exportWords.de
let server: TestServer
let folder: string
beforeAll(async () => {
  server = await startTestServer({ asProcess: builtServer })
  folder = mkdtempSync(join(tmpdir(), 'einvernehmen-browser-documents-'))
})
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

it.each([{ phone: false }, { phone: true }])(
  'without a network a draft becomes every document, and goes into the form field by field (phone: $phone)',
  async ({ phone }) => {
    const amina = await Person.arrives(cast.amina, server, { phone })
    const { page } = amina
    await amina.opens('/')
    await amina.hasTheAppOnTheDevice()
    await amina.opensExample()
    await amina.hasEverythingTransferred()
    amina.goesOffline()
    await page.getByRole('button', { name: german.draft.menu }).first().click()
    await page.getByRole('link', { name: german.draft.export }).click()
    await page.getByRole('heading', { name: words.title }).waitFor()
    const saves = async (format: keyof typeof words.formats): Promise<string> => {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: words.formats[format].save }).click()
      const file = join(folder, `${format}-${phone ? 'phone' : 'desktop'}.${format}`)
      await (await download).saveAs(file)
      return file
    }
    const pdf = await saves('pdf')
    expect(infoOf(pdf).get('Tagged')).toBe('yes')
    for (const { isEmbedded } of fontsOf(pdf)) expect(isEmbedded).toBe(true)
    const names = [await saves('docx'), await saves('odt')].map((file) => basename(file))
    const texts = textsOfOffice(folder, names)
    const [docx, odt] = names.map((name) => officeLines(texts.get(name) ?? ''))
    const data = JSON.parse(readFileSync(await saves('json'), 'utf8')) as { sections: { title: string }[] }
    const text = readFileSync(await saves('txt'), 'utf8')
    const said = textOfPdf(pdf).replace(/\s/g, '')
    for (const { title } of data.sections) {
      expect(docx).toContain(title)
      expect(text).toContain(title)
      expect(said).toContain(title.replace(/\s/g, ''))
    }
    // The moment of making them may lie a minute apart.
    const withoutMoment = (lines: readonly string[] = []) => lines.filter((line) => !line.includes('Stand: '))
    expect(withoutMoment(odt)).toEqual(withoutMoment(docx))
    await isFlawlessInLightAndDark(page)

    await page.getByRole('link', { name: words.form.title }).click()
    await page.getByRole('heading', { name: words.form.title }).waitFor()
    const [section] = amina.call.sections
    const title = section?.title ?? ''
    await page.getByRole('button', { name: words.form.copyOf(title), exact: true }).click()
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await eventually(async () => expect(await copied()).toContain('Lauterbrück hat 23.400 Menschen'))
    expect(await copied()).toBe(await page.getByRole('textbox', { name: title }).inputValue())
    const tick = page.getByRole('checkbox', { name: `${words.form.done} ${title}` })
    await tick.check()
    await isFlawlessInLightAndDark(page)
    await page.reload()
    await eventually(async () => expect(await tick.isChecked()).toBe(true))
    expect(amina.complaints).toEqual([])
    await amina.leaves()
  },
)

/**
 * What both ways to paper say, letter by letter and in order. Without white space, which poppler loses between the words
 * of Chromium's bold; without bullets, which Chromium draws; without the foot of each page, which a browser has of its own.
 */
const lettersOf = (pdf: string): string =>
  textOfPdf(pdf)
    .split('\n')
    .filter((line) => !/ Seite \d+ von \d+$/.test(line))
    .map((line) => line.replace(/^[•◦▪–] /, ''))
    .join('')
    .replace(/\s/g, '')
    // The moment of making them may lie a minute apart.
    .replace(/(?<=Stand:.{5,40},)\d+:\d\d/, '')

it('paper shows the document, however printing is asked for, and says the same as the PDF, letter by letter', async () => {
  const amina = await Person.arrives(cast.amina, server)
  const { page } = amina
  await amina.opensExample()
  const file = join(folder, 'printed.pdf')
  const prints = async () => {
    writeFileSync(file, await page.pdf({ format: 'A4', tagged: true }))
    return textOfPdf(file).replace(/\s/g, '')
  }
  // What makes it comes once the page is quiet.
  await eventually(async () => expect(await prints()).toContain('AngabeEintrag'))
  const said = await prints()
  for (const { title } of amina.call.sections) expect(said).toContain(title.replace(/\s/g, ''))
  expect(said).not.toContain(german.draft.invite)
  expect(infoOf(file).get('Tagged')).toBe('yes')

  await amina.opens(`${amina.draftPath}/export`)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: words.formats.pdf.save }).click()
  const exported = join(folder, 'exported.pdf')
  await (await download).saveAs(exported)
  expect(lettersOf(file)).toBe(lettersOf(exported))
  expect(lettersOf(exported).length).toBeGreaterThan(7_000)
  const parts = (pdf: string) => tagsOf(pdf).map((tag) => tag.trim())
  for (const tag of ['H1', 'H2', 'H3', 'Table', 'LI'])
    expect([tag, count(parts(file), tag)]).toEqual([tag, count(parts(exported), tag)])
  await amina.leaves()
})

const count = (tags: readonly string[], tag: string): number => tags.filter((each) => each === tag).length
