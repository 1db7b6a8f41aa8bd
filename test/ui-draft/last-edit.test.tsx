// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { closeSections } from '../../src/document/section-work.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { lastEditWords } from '../../src/ui/wording/last-edit.ts'
import '../../src/ui/work/closed-line.tsx'
import '../../src/ui/work/last-edit-dialog.tsx'
import { amina, bruno, openPaperDraft, type PaperDraft } from './paper-draft.ts'
import { everyCall, openWorkspace } from './workspace.tsx'

const words = lastEditWords.de
const named = ({ name, organisation }: typeof amina) => words.named(name, organisation)
const brunoCloses = (draft: PaperDraft, sectionId: string) =>
  act(() => closeSections(draft.doc, [sectionId], { by: bruno, at: Date.now(), reason: 'Morgen geht es in den Rat' }))

test.each(everyCall)('%s: a closed section is read by the others, who see why', async (_, call) => {
  const [first, second] = call.sections
  const draft = openPaperDraft(call, 'editor')
  openWorkspace(draft)
  const text = await screen.findByRole('textbox', { name: first?.title ?? '' })
  act(() => draft.someoneWrites(first?.id ?? '', 'Ein Satz.'))
  brunoCloses(draft, first?.id ?? '')

  expect(await screen.findByText(words.closed.others(named(bruno)))).toBeVisible()
  expect(screen.getByText(/Morgen geht es in den Rat/)).toBeVisible()
  expect(text).toHaveAttribute('aria-readonly', 'true')
  expect(text).toHaveAttribute('contenteditable', 'false')
  expect(text).toHaveTextContent('Ein Satz.')
  const list = within(screen.getByRole('navigation', { name: german.draft.sections }))
  const item = list.getByRole('button', { name: new RegExp(`${first?.title}`) })
  expect(item).toHaveTextContent(german.draft.closed)
  expect(screen.getByRole('textbox', { name: second?.title ?? '' })).not.toHaveAttribute('aria-readonly')
  expect(screen.queryByRole('button', { name: words.dialog.openOf(first?.title ?? '') })).toBeNull()
  expect(draft.view.getState().mayWrite).toBe(true)

  // What somebody wrote before they heard of it arrives all the same.
  act(() => draft.someoneWrites(first?.id ?? '', 'Noch einer, ohne Netz.'))
  await waitFor(() => expect(text).toHaveTextContent('Noch einer, ohne Netz.'))
})

test.each(everyCall)('%s: those who lead close and open, all sections or one', async (_, call) => {
  const [first] = call.sections
  const draft = openPaperDraft(call)
  openWorkspace(draft)
  await screen.findByRole('textbox', { name: first?.title ?? '' })
  await userEvent.click(screen.getByRole('button', { name: german.draft.lastEdit, hidden: true }))
  const dialog = within(await screen.findByRole('dialog', { name: words.dialog.title }))
  await userEvent.type(dialog.getByRole('textbox', { name: new RegExp(words.dialog.reason) }), 'Für den Rat')
  await userEvent.click(dialog.getByRole('button', { name: words.dialog.closeAll }))
  const closings = () => call.sections.map(({ id }) => draft.view.getState().work.get(id)?.closing)
  for (const closing of closings()) {
    expect(closing).toMatchObject({ by: { name: amina.name, organisation: amina.organisation }, reason: 'Für den Rat' })
  }
  expect(screen.getByRole('textbox', { name: first?.title ?? '', hidden: true })).not.toHaveAttribute('aria-readonly')

  act(() =>
    draft.view.setState(({ members }) => ({
      members: [...members, { ...bruno, id: 'b', role: 'editor', joinedAt: 0 }],
    })),
  )
  await userEvent.selectOptions(dialog.getByRole('combobox', { name: words.dialog.editor }), named(bruno))
  expect(draft.view.getState().finalEditor).toEqual({ name: bruno.name, organisation: bruno.organisation })
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: first?.title ?? '', hidden: true })).toHaveAttribute('aria-readonly'),
  )
  await userEvent.click(dialog.getByRole('button', { name: words.dialog.openOf(first?.title ?? '') }))
  expect(closings().filter(Boolean)).toHaveLength(call.sections.length - 1)
  await userEvent.click(dialog.getByRole('button', { name: words.dialog.openAll }))
  expect(closings().filter(Boolean)).toEqual([])
})

test.each(everyCall)('%s: who only writes sees in the dialog who may close', async (_, call) => {
  const draft = openPaperDraft(call, 'editor')
  openWorkspace(draft)
  await screen.findByRole('textbox', { name: call.sections[0]?.title ?? '' })
  await userEvent.click(screen.getByRole('button', { name: german.draft.lastEdit, hidden: true }))
  const dialog = within(await screen.findByRole('dialog', { name: words.dialog.title }))
  expect(dialog.getByText(words.dialog.whoMay)).toBeVisible()
  expect(dialog.queryByRole('button', { name: words.dialog.closeAll })).toBeNull()
  act(() => draft.work.close([call.sections[0]?.id ?? ''], ''))
  expect(draft.view.getState().work.get(call.sections[0]?.id ?? '')?.closing).toBeNull()
})
