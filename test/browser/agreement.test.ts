import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examplePerson } from '../../src/ui/example/lauterbrueck.ts'
import { agreement as words } from '../../src/ui/wording/de/agreement.ts'
import { exporting } from '../../src/ui/wording/de/export.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { isFlawlessInLightAndDark } from './flawless.ts'

/** From a full draft to a submitted package: three organisations agree, one of them without a network. */
describe('three organisations agree to one exact wording', () => {
  let server: TestServer
  let amina: Person
  let bruno: Person
  let clara: Person
  const agency = examplePerson.organisation
  const town = cast.bruno.organisation
  const crafts = 'Kreishandwerkerschaft Lautertal'

  beforeAll(async () => {
    server = await startTestServer({ asProcess: builtServer })
    const clarasWay = { ...cast.clara, organisation: crafts }
    ;[amina, bruno, clara] = await Promise.all([
      Person.arrives(cast.amina, server),
      Person.arrives(cast.bruno, server),
      Person.arrives(clarasWay, server),
    ])
    await amina.opensExample()
    await amina.hasEverythingTransferred()
    await amina.bringsIn(bruno)
    await amina.bringsIn(clara)
  })

  afterAll(async () => {
    await Promise.all([amina?.leaves(), bruno?.leaves(), clara?.leaves()])
    await server?.stop()
  })

  const opensAgreement = async (person: Person) => {
    await person.opens(`${person.draftPath}/mitzeichnung`)
    await person.page.getByRole('heading', { name: words.title, level: 1 }).waitFor()
  }
  const presses = (person: Person, name: string) => person.page.getByRole('button', { name, exact: true }).click()
  const seesAgreed = (person: Person, count: number) => person.seesWords(words.doneOf(String(count), '4'))
  const claraMayWrite = (may: boolean) =>
    eventually(async () => expect(await clara.textbox('ziele').getAttribute('contenteditable')).toBe(String(may)))

  it('Amina says who agrees for the others, and agrees for her own', async () => {
    await opensAgreement(amina)
    for (const [organisation, name] of [
      [town, cast.bruno.name],
      [crafts, cast.clara.name],
    ] as const) {
      await amina.page.getByRole('combobox', { name: words.chooseWho(organisation) }).selectOption({ label: name })
      await amina.seesWords(words.mayBeBy(name))
    }
    await presses(amina, words.agree(agency))
    await seesAgreed(amina, 1)
    await isFlawlessInLightAndDark(amina.page)
  })

  it('Bruno agrees without a network and closes the browser; it arrives when he is back', async () => {
    await opensAgreement(bruno)
    await bruno.page.getByRole('button', { name: words.agree(town), exact: true }).waitFor()
    await bruno.hasTheAppOnTheDevice()
    bruno.goesOffline()
    await presses(bruno, words.agree(town))
    await bruno.seesWords(words.waitingIntro)
    await bruno.closesBrowser()
    await bruno.opensBrowser()
    await opensAgreement(bruno)
    await bruno.seesWords(words.waitingIntro)
    await bruno.seesWords(/Änderung(en)? warte/)
    bruno.comesBack()
    await seesAgreed(amina, 2)
    await seesAgreed(bruno, 2)
  })

  it('an edit lapses what was agreed to, shows the very words, and one tap agrees again', async () => {
    await clara.writes('ziele', ' Dazu Werkstätten.')
    await clara.hasEverythingTransferred()
    await opensAgreement(clara)
    await presses(clara, words.agree(crafts))
    for (const person of [amina, bruno]) {
      await person.seesWords(words.changed)
      await person.page.locator('ins', { hasText: 'Dazu Werkstätten.' }).waitFor()
      await presses(person, words.agreeStill)
    }
    await seesAgreed(clara, 3)
  })

  it('Amina freezes the package and is told whose agreement is missing; nobody writes on', async () => {
    await clara.reopensDraft()
    await claraMayWrite(true)
    await presses(amina, words.freeze.act)
    await amina.seesWords(words.freeze.missing('Hochschule Lautertal'))
    await presses(amina, words.freeze.anywayNow)
    await amina.seesWords(words.freeze.frozenHint)
    await claraMayWrite(false)
    await clara.seesWords(/Das Paket ist eingefroren/)
  })

  it('the documents name who agreed, and what was submitted is noted for everyone', async () => {
    await amina.opens(`${amina.draftPath}/export`)
    const download = amina.page.waitForEvent('download')
    await presses(amina, exporting.formats.json.save)
    const data = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
      agreement: { fingerprint: string; frozen: object; rows: { organisation: string; standing: string }[] }
    }
    expect(data.agreement.frozen).toMatchObject({ name: cast.amina.name })
    expect(data.agreement.rows.map(({ organisation, standing }) => [organisation, standing])).toEqual([
      [agency, 'agreed'],
      [town, 'agreed'],
      [crafts, 'agreed'],
      ['Hochschule Lautertal', 'open'],
    ])
    await amina.page.getByLabel(words.receipts.where, { exact: true }).fill('Online-Formular')
    await presses(amina, words.receipts.save)
    await bruno.opens(`${bruno.draftPath}/export`)
    await bruno.seesWords(/Online-Formular, heute/)
  })

  it('opened again, the draft can be written on, and what was submitted stays noted', async () => {
    await opensAgreement(amina)
    await presses(amina, words.freeze.reopen)
    await presses(amina, words.freeze.reopenNow)
    await claraMayWrite(true)
    await seesAgreed(amina, 3)
    await bruno.seesWords(/Online-Formular, heute/)
    expect([amina, bruno, clara].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
