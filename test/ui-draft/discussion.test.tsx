// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { Subject } from '../../src/domain/discussion-entry.ts'
import '../../src/ui/discussion/discussion-panel.tsx'
import '../../src/ui/discussion/discussion-sheet.tsx'
import '../../src/ui/discussion/talk.tsx'
import { german } from '../../src/ui/wording/catalogue.ts'
import { discussionWords } from '../../src/ui/wording/discussion.ts'
import { callNamed, callWithEverything } from '../world/calls.ts'
import { bruno, openPaperDraft, type PaperDraft } from './paper-draft.ts'
import { openWorkspace, turnTo, type Width } from './workspace.tsx'

const words = discussionWords.de
const call = callNamed('engagierte-stadt-2023')
const [first, second] = call.sections
if (!first || !second) throw new Error('a call has sections')

const open = async (draft: PaperDraft, on: Width = 'wide') => {
  openWorkspace(draft, on)
  if (on === 'wide') await userEvent.click(await screen.findByRole('tab', { name: new RegExp(words.title) }))
  else await userEvent.click(await screen.findByRole('button', { name: new RegExp(`^${words.title}`) }))
}
const said = (draft: PaperDraft, subject: Subject, text: string, at?: number) =>
  draft.said.someoneSays(bruno, { type: 'comment', subject, words: text, mentions: [] }, at)
const card = (text: RegExp | string) => screen.findByRole('article', { name: text })

describe('the discussion beside the text', () => {
  test('teaches while it is empty, and takes what one says about a section', async () => {
    const draft = openPaperDraft(call, 'commenter')
    await open(draft)
    expect(await screen.findByText(words.empty.open)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: german.draft.talk.on(first.title) }))
    const field = await screen.findByRole('textbox', { name: words.about.section(first.title) })
    expect(field).toHaveFocus()
    await userEvent.type(field, 'Das <b>fehlt</b>.')
    await userEvent.click(screen.getByRole('button', { name: words.send }))
    const made = await card(words.label(1, 1, 'Amina Haddad', 'Freiwilligenagentur', words.on.section(first.title)))
    expect(within(made).getByText('Das <b>fehlt</b>.')).toBeVisible()
    expect(screen.getByRole('heading', { name: first.title, level: 3 })).toBeVisible()
    await waitFor(() => expect(screen.getByTitle(german.draft.talk.open(1))).toBeVisible())
  })

  test('an answer, what is done, what is changed and taken back', async () => {
    const draft = openPaperDraft(call, 'commenter')
    const id = said(draft, { on: 'section', section: second.id }, 'Stimmt das?')
    await open(draft)
    await userEvent.click(await screen.findByRole('button', { name: /Kommentar 1 von 1, von Bruno/ }))
    const thread = within(await card(/von Bruno/))
    expect(thread.queryByRole('button', { name: words.edit })).toBeNull()
    await userEvent.click(thread.getByRole('button', { name: words.reply }))
    await userEvent.type(thread.getByRole('textbox', { name: words.replyTo('Bruno Seidel') }), 'Ja.')
    await userEvent.click(thread.getByRole('button', { name: words.sendReply }))
    expect(await thread.findByText('Ja.')).toBeVisible()
    await userEvent.click(thread.getByRole('button', { name: words.edit }))
    const field = thread.getByRole('textbox', { name: words.editOf })
    expect(field).toHaveValue('Ja.')
    await userEvent.type(field, ' Seit Mai.')
    await userEvent.click(thread.getByRole('button', { name: words.save }))
    expect(await thread.findByText('Ja. Seit Mai.')).toBeVisible()
    await userEvent.click(thread.getByRole('button', { name: words.withdraw }))
    expect(await thread.findByText(words.withdrawn)).toBeVisible()
    await userEvent.click(thread.getByRole('button', { name: words.resolve }))
    expect(await thread.findByText(words.resolvedBy('Amina Haddad'))).toBeVisible()
    await userEvent.click(thread.getByRole('button', { name: words.reopen }))
    await waitFor(() => expect(thread.queryByText(words.resolvedBy('Amina Haddad'))).toBeNull())
    expect(draft.said.kept().seen).toContain(id)
  })

  test('somebody is named by keyboard alone', async () => {
    const draft = openPaperDraft(call, 'commenter')
    draft.addPartner({ name: 'Stadt Lauterbrück', sector: 'administration', lead: false })
    draft.view.setState(({ members }) => ({
      members: [...members, { ...bruno, id: 'bruno', role: 'editor', joinedAt: 0 }],
    }))
    await open(draft)
    await userEvent.click(await screen.findByRole('button', { name: words.about.draft }))
    const field = await screen.findByRole('textbox', { name: words.about.draft })
    await userEvent.type(field, 'Bitte @sei')
    expect(await screen.findByRole('option', { name: /Bruno Seidel/, selected: true })).toBeVisible()
    await userEvent.keyboard('{Enter}und @sta{Tab}ansehen')
    expect(field).toHaveValue('Bitte @Bruno Seidel und @Stadt Lauterbrück ansehen')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect(draft.said.talk.view.getState().threads[0]?.thread.opening.mentions).toEqual([
        { of: 'member', member: 'bruno', name: 'Bruno Seidel' },
        { of: 'organisation', name: 'Stadt Lauterbrück' },
      ]),
    )
  })

  test('what is half written survives closing, and too much is told before it is refused', async () => {
    const draft = openPaperDraft(call, 'commenter')
    await open(draft)
    await userEvent.click(await screen.findByRole('button', { name: words.about.draft }))
    await userEvent.type(await screen.findByRole('textbox', { name: words.about.draft }), 'Halb')
    await userEvent.click(screen.getByRole('tab', { name: german.draft.tabs.team }))
    await userEvent.click(screen.getByRole('tab', { name: new RegExp(words.title) }))
    const field = await screen.findByRole('textbox', { name: words.about.draft })
    expect(field).toHaveValue('Halb')
    await userEvent.click(field)
    await userEvent.paste('x'.repeat(4_900))
    expect(screen.getByText(words.free('96'))).toBeVisible()
    await userEvent.paste('x'.repeat(100))
    expect(screen.getByText(words.tooLong('4'))).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: words.send }))
    expect(draft.said.talk.view.getState().threads).toEqual([])
  })

  test('who only reads reads, and is told why there is no more', async () => {
    const draft = openPaperDraft(call, 'viewer')
    said(draft, { on: 'draft' }, 'Ein Gedanke')
    await open(draft)
    expect(await screen.findByText('Ein Gedanke')).toBeVisible()
    expect(screen.getAllByText(words.reader).length).toBeGreaterThan(0)
    expect(screen.queryByRole('button', { name: words.about.draft })).toBeNull()
    expect(screen.queryByRole('button', { name: german.draft.talk.on(first.title) })).toBeNull()
  })

  test('what was not read is counted, by name and not by colour, until all of it was seen', async () => {
    const draft = openPaperDraft(call, 'commenter')
    said(draft, { on: 'draft' }, 'Eins')
    said(draft, { on: 'draft' }, 'Zwei')
    await open(draft)
    expect(await screen.findByRole('tab', { name: new RegExp(german.draft.talk.unread(2)) })).toBeVisible()
    await userEvent.click(await screen.findByRole('button', { name: words.allRead }))
    expect(screen.queryByText(german.draft.talk.unread(2))).toBeNull()
  })

  test('F8 walks through the open ones in the order of the page, and Escape leads back into the text', async () => {
    const draft = openPaperDraft(call, 'owner')
    draft.someoneWrites(first.id, 'Eins zwei drei')
    said(draft, { on: 'section', section: second.id }, 'zum zweiten', 1)
    said(draft, draft.said.talk.subjectAt(first.id, 5, 9), 'zu zwei', 2)
    openWorkspace(draft)
    const text = await screen.findByRole('textbox', { name: first.title })
    await waitFor(() => expect(text.querySelector('mark')).toHaveTextContent('zwei'))
    act(() => text.focus())
    await userEvent.keyboard('{F8}')
    const on = words.on.text('zwei')
    await waitFor(() =>
      expect(
        screen.getByRole('article', { name: words.label(1, 2, bruno.name, bruno.organisation, on) }),
      ).toHaveFocus(),
    )
    expect(text.querySelector('mark')).toHaveClass('eb-in-hand')
    await userEvent.keyboard('{F8}')
    await waitFor(() => expect(screen.getByRole('article', { name: /Kommentar 2 von 2/ })).toHaveFocus())
    await userEvent.keyboard('{Escape}')
    expect(text).toHaveFocus()
  })

  test('on a phone it is a sheet with one thread at a time', async () => {
    const draft = openPaperDraft(call, 'commenter')
    said(draft, { on: 'draft' }, 'Eins', 1)
    said(draft, { on: 'draft' }, 'Zwei', 2)
    await open(draft, 'phone')
    const sheet = within(await screen.findByRole('complementary', { name: words.title }))
    await userEvent.click(await sheet.findByRole('button', { name: words.next }))
    expect(await sheet.findByText(words.position(1, 2))).toBeVisible()
    await userEvent.click(sheet.getByRole('button', { name: words.showAll }))
    await userEvent.click(sheet.getByRole('button', { name: german.elements.close }))
    expect(screen.queryByRole('complementary', { name: words.title })).toBeNull()
  })
})

describe('what is being written while the device is turned', () => {
  test.each(['desktop', 'tablet', 'phone'] as const)(
    'a comment stays in hand from the margin to a %s and back',
    async (to) => {
      const draft = openPaperDraft(call, 'commenter')
      await open(draft)
      await userEvent.click(await screen.findByRole('button', { name: words.about.draft }))
      const field = () => screen.findByRole('textbox', { name: words.about.draft })
      await userEvent.type(await field(), 'Halb ge')
      turnTo(to)
      expect(await field()).toHaveValue('Halb ge')
      await userEvent.type(await field(), 'sagt')
      turnTo('wide')
      expect(await field()).toHaveValue('Halb gesagt')
      await userEvent.click(screen.getByRole('button', { name: words.send }))
      expect(await screen.findByText('Halb gesagt')).toBeVisible()
    },
  )

  test('an answer stays in hand as well', async () => {
    const draft = openPaperDraft(call, 'commenter')
    said(draft, { on: 'draft' }, 'Stimmt das?')
    await open(draft)
    await userEvent.click(await screen.findByRole('button', { name: /Kommentar 1 von 1, von Bruno/ }))
    await userEvent.click(await screen.findByRole('button', { name: words.reply }))
    const field = () => screen.findByRole('textbox', { name: words.replyTo('Bruno Seidel') })
    await userEvent.type(await field(), 'Ja, se')
    turnTo('phone')
    expect(await field()).toHaveValue('Ja, se')
  })
})

test('an organisation, and what is asked about it, can be spoken about as any other field', async () => {
  const draft = openPaperDraft(callWithEverything, 'editor')
  const id = draft.addPartner({ name: 'Heimatverein', sector: 'civil', lead: true })
  const [asked] = callWithEverything.partners.fields
  if (!asked) throw new Error('this call asks about each organisation')
  await open(draft)
  await userEvent.click(await screen.findByRole('button', { name: german.draft.partners.more('Heimatverein') }))
  await userEvent.click(await screen.findByRole('button', { name: german.draft.talk.on('Heimatverein') }))
  await userEvent.type(await screen.findByRole('textbox', { name: words.about.field('Heimatverein') }), 'Wer?')
  await userEvent.click(screen.getByRole('button', { name: words.send }))
  expect(await card(new RegExp(words.on.field('Heimatverein')))).toBeVisible()
  const both = `Heimatverein: ${asked.label}`
  await userEvent.click(screen.getByRole('button', { name: german.draft.talk.on(both) }))
  await userEvent.type(await screen.findByRole('textbox', { name: words.about.field(both) }), 'Wann?')
  await userEvent.click(screen.getByRole('button', { name: words.send }))
  const threads = draft.said.talk.view
    .getState()
    .threads.map(({ thread, at }) => [thread.kind === 'comment' && thread.subject, at])
  expect(threads).toEqual(['name', asked.id].map((part) => [{ on: 'field', field: `partner/${id}/${part}` }, '/facts']))
})
