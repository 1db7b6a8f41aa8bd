import { afterAll, beforeAll, expect, it } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { discussion as words } from '../../src/ui/wording/de/discussion.ts'
import * as cast from '../world/cast.ts'
import { eventually } from '../world/eventually.ts'
import { Person } from '../world/people.ts'
import { builtServer, startTestServer, type TestServer } from '../world/server.ts'
import { isFlawless, isFlawlessInLightAndDark } from './flawless.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ asProcess: builtServer })
})
afterAll(() => server?.stop())

const { tabs, talk } = german.draft

/** Selects words in a section as a person does with a mouse or a finger, without pressing anything. */
const selects = (person: Person, sectionId: string, sought: string) =>
  eventually(async () =>
    expect(
      await person.textbox(sectionId).evaluate((text, wanted) => {
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = (node.textContent ?? '').indexOf(wanted)
          if (at < 0) continue
          getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
          return true
        }
        return false
      }, sought),
    ).toBe(true),
  )

const marked = (person: Person, sectionId: string) => person.textbox(sectionId).locator('mark').allInnerTexts()

it('three organisations talk about a text: by keyboard, on a phone without a network, and while it is rewritten', async () => {
  const amina = await Person.arrives(cast.amina, server)
  await amina.startsDraft('Lauterbrück')
  await amina.writes('ziele', 'Anträge laufen über fünf Ämter, und Junge finden schwer in Vereine.')
  const bruno = await Person.arrives(cast.bruno, server)
  await amina.bringsIn(bruno)
  const clara = await Person.arrives(cast.clara, server, { phone: true })
  await clara.joins(await amina.invites(cast.clara, 'commenter'))
  await clara.hasTheAppOnTheDevice()
  await clara.hasEverythingTransferred()

  // Clara may not write: on her phone, in a hall without a network, she comments all the same.
  clara.goesOffline()
  await clara.page.getByRole('button', { name: tabs.sections, exact: true }).click()
  await clara.page.getByRole('button', { name: new RegExp(clara.titleOf('ziele')) }).click()
  await selects(clara, 'ziele', 'fünf Ämter')
  await clara.page.getByRole('button', { name: words.comment, exact: true }).last().tap()
  const saying = clara.page.getByRole('textbox', { name: words.about.text('fünf Ämter') })
  await saying.waitFor()
  await eventually(async () => expect(await marked(clara, 'ziele')).toEqual(['fünf Ämter']))
  await saying.fill('Seit Oktober sind es vier.')
  await clara.page.getByRole('button', { name: words.send }).tap()
  await eventually(async () => expect(await marked(clara, 'ziele')).toEqual(['fünf Ämter']))
  await isFlawlessInLightAndDark(clara.page)
  await clara.seesWords(words.waiting(1))
  const isCovered = await clara
    .textbox('ziele')
    .locator('mark')
    .evaluate((mark) => {
      const { left, top } = mark.getBoundingClientRect()
      return !mark.contains(document.elementFromPoint(left + 4, top + 8))
    })
  expect(isCovered).toBe(false)

  // Meanwhile the sentence moves on.
  await amina.textbox('ziele').press('Control+Home')
  await amina.page.keyboard.type('Es hakt. ')
  await bruno.sees('ziele', 'Es hakt.')
  await clara.reopensDraft()
  clara.comesBack()

  // Bruno hears of it, goes there by keyboard, answers and names Clara.
  const unread = bruno.page.getByRole('tab', { name: new RegExp(talk.unread(1)) })
  await unread.waitFor()
  await eventually(async () => expect(await marked(bruno, 'ziele')).toEqual(['fünf Ämter']))
  await bruno.textbox('ziele').focus()
  await bruno.page.keyboard.press('F8')
  const { name, organisation } = cast.clara
  const card = bruno.page.getByRole('article', {
    name: words.label(1, 1, name, organisation, words.on.text('fünf Ämter')),
  })
  await eventually(async () => expect(await card.evaluate((each) => each === document.activeElement)).toBe(true))
  await unread.waitFor({ state: 'detached' })
  await bruno.page.keyboard.press('Tab')
  await eventually(async () =>
    expect(await bruno.page.evaluate(() => document.activeElement?.textContent)).toBe(words.reply),
  )
  await bruno.page.keyboard.press('Enter')
  await bruno.page.keyboard.type('Gut gesehen, @cla')
  await bruno.page.getByRole('option', { name: new RegExp(name), selected: true }).waitFor()
  await bruno.page.keyboard.press('Enter')
  await bruno.page.keyboard.press('Control+Enter')
  await card.getByText(`Gut gesehen, @${name}`).waitFor()
  await isFlawlessInLightAndDark(bruno.page)
  await bruno.page.keyboard.press('Escape')
  expect(await bruno.textbox('ziele').evaluate((text) => text === document.activeElement)).toBe(true)

  // It is something for Clara's organisation, and hers to say that it is done.
  await clara.page.getByRole('button', { name: new RegExp(`^${tabs.discussion}.*${talk.unread(1)}`) }).tap()
  await clara.page.getByText(`${words.filter.ours} 1`, { exact: true }).tap()
  await clara.page.getByRole('button', { name: words.next }).tap()
  await clara.page.getByText(`Gut gesehen, @${name}`).waitFor()
  await clara.page.getByRole('button', { name: words.resolve, exact: true }).tap()
  await clara.page.getByText(words.resolvedBy(name)).waitFor()
  await isFlawless(clara.page, false)
  for (const who of [amina, bruno, clara]) await eventually(async () => expect(await marked(who, 'ziele')).toEqual([]))

  // Amina selects words and comments on them without leaving the keyboard; nothing she types lands in the text.
  await amina.textbox('ziele').focus()
  await selects(amina, 'ziele', 'Junge')
  await amina.page.keyboard.press('Control+Alt+m')
  await amina.page.keyboard.type('Wen meinen wir?')
  await amina.page.keyboard.press('Control+Enter')
  await eventually(async () => expect(await marked(bruno, 'ziele')).toEqual(['Junge']))
  const text = await amina.reads('ziele')
  expect(text).toContain('Anträge laufen über fünf Ämter, und Junge finden schwer in Vereine.')
  expect(text).not.toContain('Wen meinen')
  expect([...amina.complaints, ...bruno.complaints, ...clara.complaints]).toEqual([])
  await Promise.all([amina.leaves(), bruno.leaves(), clara.leaves()])
})
