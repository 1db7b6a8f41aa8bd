import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { buildOlderApp } from '../world/older-app.ts'
import { Person } from '../world/people.ts'
import { createTestFolder, startTestServer, type TestServer } from '../world/server.ts'

const appDir = join(createTestFolder(), 'app')
const words = german.connection.update
let server: TestServer
let amina: Person
let bruno: Person

beforeAll(async () => {
  buildOlderApp(appDir)
  server = await startTestServer({ appDir })
  bruno = await Person.arrives(cast.bruno, server)
  await bruno.opens('/')
  await bruno.hasTheAppOnTheDevice()
  cpSync('dist/app', appDir, { recursive: true })
  await server.restart()
  amina = await Person.arrives(cast.amina, server)
  await amina.startsDraft('Lauterbrück')
})

afterAll(async () => {
  await amina?.leaves()
  await bruno?.leaves()
  await server?.stop()
})

const appOf = ({ page }: Person) => page.locator('script[src^="/assets/"]').first().getAttribute('src')

/** Twelve words that occur once, to be found again one by one. */
const twelve = (word: string) => Array.from({ length: 12 }, (_, index) => `${word}${index}x`)
const written = new Set<string>()
const writesTwelve = async (person: Person, sectionId: string, word: string) => {
  const all = twelve(word)
  for (const each of all) written.add(each)
  await person.writes(sectionId, ` ${all.join(' ')}`)
}

const bothReadAllThatWasWritten = () =>
  eventually(async () => {
    const read = await amina.readsEverything()
    expect(await bruno.readsEverything()).toBe(read)
    for (const word of written) expect([word, read.split(word).length - 1]).toEqual([word, 1])
  })

it('pages of an older app and of this one write in one draft at once, one of them offline, and end with the same words', async () => {
  await bruno.joins(await amina.invites(cast.bruno))
  expect(await appOf(bruno)).not.toBe(await appOf(amina))

  // At once, in one section and in two.
  await amina.writes('ziele', 'Anfang.')
  await bruno.sees('ziele', 'Anfang.')
  await bruno.writes('ziele', '\n')
  await Promise.all([writesTwelve(amina, 'ausgangslage', 'neu'), writesTwelve(bruno, 'ziele', 'alt')])
  await amina.textbox('ziele').click()
  await Promise.all([
    amina.page.keyboard.press('Control+Home').then(() => amina.page.keyboard.type('Vorn. ')),
    writesTwelve(bruno, 'ziele', 'zugleich'),
  ])
  written.add('Vorn.')
  await bothReadAllThatWasWritten()

  // What the older app does not know it carries through all it does.
  await amina.writes('kurzfassung', 'Das ist ')
  await amina.page.keyboard.press('Control+i')
  await amina.page.keyboard.type('besonders wichtig')
  await bruno.sees('kurzfassung', 'Das ist besonders wichtig')
  const italic = (person: Person) => person.textbox('kurzfassung').locator('em')
  expect(await italic(bruno).count()).toBe(0)
  await bruno.textbox('kurzfassung').click()
  await bruno.page.keyboard.press('Control+Home')
  await bruno.page.keyboard.type('Nur: ')
  await bruno.page.keyboard.press('Control+End')
  for (let letter = 0; letter < 'wichtig'.length; letter++) await bruno.page.keyboard.press('ArrowLeft')
  await bruno.page.keyboard.type('und sehr ')
  await amina.sees('kurzfassung', 'Nur: Das ist besonders und sehr wichtig')
  expect(await italic(amina).allInnerTexts()).toEqual(['besonders und sehr wichtig'])

  // The older one is offline, opens there anew, and both go on.
  bruno.goesOffline()
  await writesTwelve(bruno, 'ziele', 'offlineAlt')
  await Promise.all([writesTwelve(amina, 'ziele', 'meanwhileNeu'), writesTwelve(bruno, 'verankerung', 'auchOffline')])
  await amina.entersFact('place.population', '4200')
  await bruno.reopensDraft()
  await bruno.sees('ziele', 'offlineAlt11x')
  await bruno.entersFact('place.populationSource', 'Melderegister')
  await writesTwelve(bruno, 'ziele', 'danachAlt')
  bruno.comesBack()
  await bruno.hasEverythingTransferred()
  await bothReadAllThatWasWritten()
  await amina.seesFact('place.populationSource', 'Melderegister')
  await bruno.seesFact('place.population', '4.200')

  // Then this one.
  amina.goesOffline()
  await Promise.all([writesTwelve(amina, 'ziele', 'offlineNeu'), writesTwelve(bruno, 'ziele', 'inzwischenAlt')])
  await amina.reopensDraft()
  await writesTwelve(amina, 'kurzfassung', 'danachNeu')
  amina.comesBack()
  await amina.hasEverythingTransferred()
  await bothReadAllThatWasWritten()

  // With this app the older one's device has the same words, and what it could not show.
  const before = await amina.readsEverything()
  await bruno.page.getByRole('button', { name: words.apply }).click()
  await eventually(async () => expect(await appOf(bruno)).toBe(await appOf(amina)))
  await bruno.seesDraft()
  await italic(bruno).first().waitFor()
  expect(await bruno.readsEverything()).toBe(before)
  expect([...amina.complaints, ...bruno.complaints]).toEqual([])
})
