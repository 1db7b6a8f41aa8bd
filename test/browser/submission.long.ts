import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineText } from '../../src/domain/line-writing.ts'
import { agreement as words } from '../../src/ui/wording/de/agreement.ts'
import { completeness } from '../../src/ui/wording/de/completeness.ts'
import { exporting } from '../../src/ui/wording/de/export.ts'
import { reads } from '../import/reads.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { declares, goesToCheck, goesToSection, seesOpenPoints } from '../world/filling-in.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { isFlawlessInLightAndDark } from './flawless.ts'

/** The whole way: three organisations, from an empty draft to a submitted package, one agreeing without a network. */
describe.each([{ phone: false }, { phone: true }])('from empty to submitted (phone: $phone)', ({ phone }) => {
  let server: TestServer
  let amina: Person
  let bruno: Person
  let clara: Person
  let all: Person[]

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    all = await Promise.all([cast.amina, cast.bruno, cast.clara].map((who) => Person.arrives(who, server, { phone })))
    ;[amina, bruno, clara] = all as [Person, Person, Person]
  })

  afterAll(async () => {
    await Promise.all(all.map((person) => person.leaves()))
    await server?.stop()
  })

  const presses = (person: Person, name: string) => person.page.getByRole('button', { name, exact: true }).click()
  const opensAgreement = async (person: Person) => {
    await person.opens(`${person.draftPath}/mitzeichnung`)
    await person.page.getByRole('heading', { name: words.title, level: 1 }).waitFor()
  }
  const seesAgreed = (person: Person, count: number) => person.seesWords(words.doneOf(String(count), '3'))
  const sentenceOf = (sectionId: string) => `Zu „${amina.titleOf(sectionId)}“ sind wir uns einig.`

  it('Amina starts it and enters the facts and who submits', async () => {
    await amina.startsDraft('Lauterbrück')
    await amina.entersFact('place.kind', 'Stadt')
    await amina.entersFact('place.state', 'Niedersachsen')
    await amina.entersFact('place.population', '23418')
    await amina.entersFact('submitter', cast.amina.organisation)
    await amina.entersFact('contact', 'Petra Lang')
    await amina.addsPartner(cast.bruno.organisation, cast.bruno.sector)
    await amina.addsPartner(cast.clara.organisation, cast.clara.sector)
    await amina.seesPartner(cast.clara.organisation)
  })

  it('Bruno and Clara join, and the three write every section at the same time', async () => {
    await amina.bringsIn(bruno)
    await amina.bringsIn(clara)
    const answers = async (person: Person, at: number) => {
      for (const { id } of person.call.sections.filter((_, index) => index % all.length === at)) {
        await goesToSection(person, id)
        await person.writes(id, sentenceOf(id))
      }
    }
    await Promise.all(all.map(answers))
    await Promise.all(all.map((person) => person.hasEverythingTransferred()))
  })

  it('each declares for the own organisation, and then the rules of the call ask for nothing more', async () => {
    await Promise.all(all.map(goesToCheck))
    const { declarations } = amina.call
    const ofEach = declarations.filter(({ perPartner }) => perPartner)
    const ofAll = declarations.filter(({ perPartner }) => !perPartner)
    for (const person of all) await seesOpenPoints(person, ofEach.length * all.length + ofAll.length)
    for (const { title } of ofAll) await declares(amina, title, null)
    for (const person of all) for (const { title } of ofEach) await declares(person, title, person.who.organisation)
    for (const person of all) await seesOpenPoints(person, 0)
    await amina.seesWords(completeness.nothingOpenHint)
    await isFlawlessInLightAndDark(clara.page)
    await Promise.all(all.map((person) => person.hasEverythingTransferred()))
  })

  it('Bruno agrees without a network; with him back all three have agreed', async () => {
    await Promise.all(all.map(opensAgreement))
    for (const { who } of [bruno, clara]) {
      const chooses = amina.page.getByRole('combobox', { name: words.chooseWho(who.organisation) })
      await chooses.selectOption({ label: who.name })
      await amina.seesWords(words.mayBeBy(who.name))
    }
    await presses(amina, words.agree(amina.who.organisation))
    await bruno.page.getByRole('button', { name: words.agree(bruno.who.organisation), exact: true }).waitFor()
    bruno.goesOffline()
    await presses(bruno, words.agree(bruno.who.organisation))
    await bruno.seesWords(words.waitingIntro)
    await presses(clara, words.agree(clara.who.organisation))
    await seesAgreed(amina, 2)
    bruno.comesBack()
    for (const person of all) await seesAgreed(person, 3)
  })

  it('Amina is told that nothing is missing, and freezes', async () => {
    await presses(amina, words.freeze.act)
    const dialog = amina.page.getByRole('dialog', { name: words.freeze.dialog })
    await dialog.getByText(words.freeze.complete).waitFor()
    expect(await dialog.getByText(words.freeze.anyway).count()).toBe(0)
    await isFlawlessInLightAndDark(amina.page)
    await dialog.getByRole('button', { name: words.freeze.now, exact: true }).click()
    for (const person of all) await person.seesWords(words.freeze.frozenHint)
  })

  it('Clara carries a field into the form and ticks it off', async () => {
    const { page } = clara
    const { form } = exporting
    await clara.opens(`${clara.draftPath}/formular`)
    await page.getByRole('heading', { name: form.title, level: 1 }).waitFor()
    await presses(clara, form.copyOf(clara.titleOf('ziele')))
    await eventually(async () =>
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sentenceOf('ziele')),
    )
    await page.getByRole('checkbox', { name: `${form.done} ${clara.titleOf('ziele')}` }).check()
    await clara.seesWords(/^1 von \d+ Feldern übertragen/)
  })

  it('Bruno saves the package as PDF and Word, and notes where it went', async () => {
    const { page } = bruno
    await bruno.opens(`${bruno.draftPath}/export`)
    const saves = async (format: 'pdf' | 'docx') => {
      const download = page.waitForEvent('download')
      await presses(bruno, exporting.formats[format].save)
      return readFileSync(await (await download).path())
    }
    const pdf = (await saves('pdf')).toString('latin1')
    expect(pdf).toMatch(/^%PDF-1\.7/)
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    const docx = reads(new Uint8Array(await saves('docx')), 'Lauterbrück.docx').lines.map(lineText)
    for (const { id } of bruno.call.sections) expect(docx).toContain(sentenceOf(id))
    for (const { who } of all) {
      expect(docx.filter((line) => line.startsWith(`${who.organisation} · mitgezeichnet · ${who.name}`))).toHaveLength(
        1,
      )
    }
    await page.getByLabel(words.receipts.where, { exact: true }).fill('Online-Formular')
    await presses(bruno, words.receipts.save)
    await clara.opens(`${clara.draftPath}/export`)
    await clara.seesWords(/Online-Formular, heute/)
    await isFlawlessInLightAndDark(clara.page)
    expect(all.flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
