import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examplePerson } from '../../src/ui/example/lauterbrueck.ts'
import { agreement as words } from '../../src/ui/wording/de/agreement.ts'
import { exporting } from '../../src/ui/wording/de/export.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { textOfPdf, textsOfOffice } from './read-document.ts'

/** What is submitted is what was frozen: on paper, in every file and in the form, whatever arrives afterwards. */
describe('a frozen package, with a late edit made offline', () => {
  const late = 'Zu spät im Saal geschrieben.'
  const frozenWords = 'Lauterbrück hat 23.400 Menschen'
  let server: TestServer
  let folder: string
  let amina: Person
  let bruno: Person
  let fingerprint: string

  const presses = (person: Person, name: string) => person.page.getByRole('button', { name, exact: true }).click()
  const opensAgreement = async (person: Person) => {
    await person.opens(`${person.draftPath}/mitzeichnung`)
    await person.page.getByRole('heading', { name: words.title, level: 1 }).waitFor()
  }
  const agrees = async (person: Person, organisation: string) => {
    await opensAgreement(person)
    await presses(person, words.agree(organisation))
  }
  const dense = (text: string) => text.replace(/\s/g, '')
  /** The wording that was frozen, whole fingerprint, who agreed; nothing of what came later. */
  const isThePackage = (text: string) => {
    const said = dense(text)
    for (const each of [frozenWords, fingerprint, cast.amina.name, cast.bruno.name]) expect(said).toContain(dense(each))
    expect(said).not.toContain(dense(late))
  }
  const people = () => [amina, bruno]

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'einvernehmen-frozen-'))
    server = await startTestServer({ asProcess: builtServer })
    ;[amina, bruno] = await Promise.all([Person.arrives(cast.amina, server), Person.arrives(cast.bruno, server)])
    await amina.opensExample()
    await amina.hasEverythingTransferred()
    await amina.bringsIn(bruno)
    await agrees(amina, examplePerson.organisation)
    const chooses = amina.page.getByRole('combobox', { name: words.chooseWho(cast.bruno.organisation) })
    await chooses.selectOption({ label: cast.bruno.name })
    await agrees(bruno, cast.bruno.organisation)
    await amina.seesWords(words.doneOf('2', '4'))
    await amina.page.getByText(words.wording.whole, { exact: true }).click()
    fingerprint = await amina.page.getByText(/^[0-9a-f]{64}$/).innerText()

    await bruno.reopensDraft()
    await bruno.hasEverythingTransferred()
    bruno.goesOffline()
    await bruno.writes('ziele', ` ${late}`)
    await bruno.seesWords(/Änderung(en)? warte/)
    await presses(amina, words.freeze.act)
    await presses(amina, words.freeze.anywayNow)
    await amina.seesWords(words.freeze.frozenHint)
    bruno.comesBack()
    await amina.seesWords(words.freeze.late)
    await bruno.seesWords(/Das Paket ist eingefroren/)
  })

  afterAll(async () => {
    await Promise.all([amina?.leaves(), bruno?.leaves()])
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is in the files of whoever saves them, the author of the late edit too', async () => {
    await amina.reopensDraft()
    await amina.sees('ziele', late)
    for (const person of people()) {
      await person.opens(`${person.draftPath}/export`)
      const saves = async (format: keyof typeof exporting.formats) => {
        const download = person.page.waitForEvent('download')
        await presses(person, exporting.formats[format].save)
        const name = `${person.who.name.split(' ')[0] ?? ''}-${format}.${format}`
        await (await download).saveAs(join(folder, name))
        return name
      }
      isThePackage(textOfPdf(join(folder, await saves('pdf'))))
      for (const format of ['txt', 'json'] as const) {
        isThePackage(readFileSync(join(folder, await saves(format)), 'utf8'))
      }
      const offices = [await saves('docx'), await saves('odt')]
      for (const text of textsOfOffice(folder, offices).values()) isThePackage(text)
    }
  })

  it('is what the form is filled with', async () => {
    for (const person of people()) {
      await person.opens(`${person.draftPath}/formular`)
      await person.page.getByRole('heading', { name: exporting.form.title, level: 1 }).waitFor()
      await eventually(async () =>
        expect(await person.page.getByRole('textbox', { name: person.titleOf('kurzfassung') }).inputValue()).toContain(
          frozenWords,
        ),
      )
      const ziele = await person.page.getByRole('textbox', { name: person.titleOf('ziele') }).inputValue()
      expect(ziele.length).toBeGreaterThan(100)
      expect(ziele).not.toContain(late)
    }
  })

  it('is what is printed, from the draft that reads otherwise by now', async () => {
    const file = join(folder, 'printed.pdf')
    for (const person of people()) {
      await person.reopensDraft()
      await person.sees('ziele', late)
      const prints = async () => {
        writeFileSync(file, await person.page.pdf({ format: 'A4', tagged: true }))
        return textOfPdf(file)
      }
      // What makes it comes once the page is quiet.
      await eventually(async () => expect(dense(await prints())).toContain(fingerprint))
      isThePackage(await prints())
      expect(person.complaints).toEqual([])
    }
  })
})
