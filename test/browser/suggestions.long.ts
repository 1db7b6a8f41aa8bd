import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { german } from '../../src/ui/wording/catalogue.ts'
import { suggesting as words } from '../../src/ui/wording/de/suggesting.ts'
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

const lines = ['Wir wollen mehr Räume.', 'Und wir wollen Zeit.', 'Die Stadt hilft dabei.'] as const
const [first, second, third] = lines

/** A phone shows one section at a time. */
const showsZiele = async (person: Person): Promise<void> => {
  await person.page.getByRole('button', { name: german.draft.tabs.sections, exact: true }).click()
  await person.page.getByRole('button', { name: new RegExp(person.titleOf('ziele')) }).click()
  await person.textbox('ziele').waitFor()
}

/** What a person's browser sends from now on by the socket of the text: so many frames, and the content in them. */
const watchWriting = ({ context }: Person): { frames: number; structs: string[] } => {
  const sent = { frames: 0, structs: [] as string[] }
  const watch = (page: Person['page']) =>
    page.on('websocket', (socket) => {
      if (!/\/sync\/[^/]+$/.test(new URL(socket.url()).pathname)) return
      socket.on('framesent', ({ payload }) => {
        const frame = Uint8Array.from(Buffer.from(payload))
        sent.frames += 1
        // Type 0 is sync; of its kinds 1 and 2 bring an update, behind its length.
        if (frame[0] !== 0 || frame[1] === 0) return
        const lengthBytes = frame.subarray(2).findIndex((byte) => byte < 128) + 1
        const { structs } = Y.decodeUpdate(frame.subarray(2 + lengthBytes))
        sent.structs.push(...structs.map(({ id }) => `${id.client} ${id.clock}`))
      })
    })
  context.pages().forEach(watch)
  context.on('page', watch)
  return sent
}

/** What the browser keeps of what is being typed as a suggestion, and was not said yet. */
const keptTyping = ({ page, draftPath }: Person): Promise<string> =>
  page.evaluate(
    async (name) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('not opened'))
      })
      const rows = await new Promise<unknown[]>((resolve) => {
        const request = database.transaction('typed').objectStore('typed').getAll()
        request.onsuccess = () => resolve(request.result)
      })
      database.close()
      return JSON.stringify(rows)
    },
    `suggested-${draftPath.split('/').at(-1)}`,
  )

it('a commenter on a phone suggests without a network; an editor accepts, undoes, declines and is asked', async () => {
  const amina = await Person.arrives(cast.amina, server)
  await amina.startsDraft('Lauterbrück')
  for (const [at, line] of lines.entries()) {
    if (at > 0) await amina.page.keyboard.press('Enter')
    await (at > 0 ? amina.page.keyboard.type(line) : amina.writes('ziele', line))
  }
  const clara = await Person.arrives(cast.clara, server)
  const bruno = await Person.arrives(cast.bruno, server, { phone: true })
  const sent = [watchWriting(bruno)]
  await amina.bringsIn(clara)
  await bruno.joins(await amina.invites(cast.bruno, 'commenter'))
  await bruno.hasTheAppOnTheDevice()
  await showsZiele(bruno)
  await bruno.sees('ziele', third)

  bruno.goesOffline()
  await bruno.reopensDraft()
  await showsZiele(bruno)
  const box = bruno.textbox('ziele')
  await eventually(async () => expect(await box.getAttribute('contenteditable')).toBe('true'))
  await box.tap()
  // Why it becomes a suggestion is said whole, and more of it on wish, while the text keeps the focus.
  const said = await bruno.page.getByText(words.mode.commenterShort).boundingBox()
  expect(said?.x).toBeGreaterThanOrEqual(0)
  expect((said?.x ?? 0) + (said?.width ?? 0)).toBeLessThanOrEqual(390)
  await bruno.page.getByRole('button', { name: words.mode.why }).tap()
  await bruno.seesWords(words.mode.commenter)
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
  const type = async (line: string, gone: string, added: string) => {
    await eventually(async () => {
      await box.getByText(line).tap()
      await bruno.page.keyboard.press('End')
      expect(await bruno.page.evaluate(() => getSelection()?.anchorNode?.textContent)).toBe(line)
      expect(await bruno.page.evaluate(() => getSelection()?.anchorOffset)).toBe(line.length)
    })
    for (const _ of gone) await bruno.page.keyboard.press('Backspace')
    await bruno.page.keyboard.type(added)
  }
  await type(first, '', ' Und Werkstätten.')
  await type(second, 'Zeit.', 'Ruhe.')
  await type(third, 'dabei.', 'immer.')
  await eventually(async () => expect(await box.locator('del').allInnerTexts()).toEqual(['Zeit.', 'dabei.']))
  await eventually(async () => expect(await keptTyping(bruno)).toContain('immer'))
  await isFlawlessInLightAndDark(bruno.page)
  await bruno.closesBrowser()
  await bruno.opensBrowser()
  sent.push(watchWriting(bruno))
  await bruno.reopensDraft()
  await showsZiele(bruno)
  for (const added of ['Werkstätten.', 'Ruhe.', 'immer.']) await bruno.sees('ziele', added)

  // Meanwhile somebody writes on at the third place.
  await clara.textbox('ziele').click()
  await clara.page.keyboard.press('Control+End')
  await clara.page.keyboard.press('ArrowLeft')
  await clara.page.keyboard.type(' gern')
  await amina.sees('ziele', 'Die Stadt hilft dabei gern.')
  bruno.comesBack()

  const text = amina.textbox('ziele')
  const whose = text.locator('.eb-whose')
  await eventually(async () => expect(await whose.count()).toBe(3))
  expect(await text.locator('ins').allInnerTexts()).toEqual([' Und Werkstätten.', 'Ruhe'])
  const button = (name: string) => amina.page.getByRole('button', { name, exact: true })
  await whose.nth(0).click()
  const { name, organisation } = cast.bruno
  const card = amina.page.locator('[data-in-hand=true]')
  await card.getByText(name).waitFor()
  expect(await card.getAttribute('aria-label')).toContain(organisation)
  await button(words.card.accept).waitFor()
  const choice = amina.page.getByRole('checkbox', { name: words.inText })
  await choice.press('Space')
  await eventually(async () => expect(await text.locator('.eb-whose, ins, del, .eb-asks').count()).toBe(0))
  await card.getByText(name).waitFor()
  await choice.press('Space')
  await eventually(async () => expect(await whose.count()).toBe(3))
  await isFlawlessInLightAndDark(amina.page)
  await button(words.card.accept).press('Enter')
  await clara.sees('ziele', `${first} Und Werkstätten.`)
  await eventually(async () => expect(await whose.count()).toBe(2))
  // One edit, taken back as one, and only then to be had again.
  await text.press('Control+z')
  await eventually(async () => expect(await clara.reads('ziele')).not.toContain('Werkstätten.'))
  await button(words.card.reopen).click()
  await button(words.card.accept).click()
  await clara.sees('ziele', `${first} Und Werkstätten.`)
  await eventually(async () => expect(await whose.count()).toBe(2))

  await whose.nth(0).click()
  await card.locator('ins').getByText('Ruhe').waitFor()
  await card.getByRole('button', { name: words.card.decline, exact: true }).click()
  await amina.page.getByLabel(words.decline.reason).fill('Zeit brauchen wir auch.')
  await button(words.decline.decline).click()
  await eventually(async () => expect(await whose.count()).toBe(1))

  await whose.nth(0).click()
  await card.locator('ins').getByText('immer').waitFor()
  await button(words.card.accept).click()
  const asked = amina.page.getByRole('dialog')
  for (const wording of ['dabei.', 'dabei gern.', 'immer.']) await asked.getByText(wording, { exact: true }).waitFor()
  await asked.getByRole('button', { name: words.changed.replace }).click()
  await eventually(async () => expect(await whose.count()).toBe(0))

  const end = [`${first} Und Werkstätten.`, second, 'Die Stadt hilft immer.']
  for (const person of [amina, bruno, clara]) {
    await eventually(async () => expect((await person.reads('ziele')).split(/\n+/)).toEqual(end))
    expect(await person.textbox('ziele').locator('ins, del').count()).toBe(0)
  }
  expect(sent.map(({ frames }) => frames > 0)).toEqual([true, true])
  expect(sent.flatMap(({ structs }) => structs)).toEqual([])
  expect([amina, bruno, clara].flatMap(({ complaints }) => complaints)).toEqual([])
  await Promise.all([amina.leaves(), bruno.leaves(), clara.leaves()])
})
