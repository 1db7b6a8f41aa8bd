// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { readLinkAddress } from '../../src/ui/draft/text/link-address.ts'
import { callNamed } from '../world/calls.ts'
import { openPaperDraft } from './paper-draft.ts'
import { openWorkspace } from './workspace.tsx'

test.each([
  ['https://www.lauterbrueck.de/ehrenamt?a=1', 'https://www.lauterbrueck.de/ehrenamt?a=1'],
  ['  lauterbrueck.de ', 'https://lauterbrueck.de'],
  ['lauterbrück.de/büro', 'https://lauterbrück.de/büro'],
  ['amina@freiwilligenagentur.de', 'mailto:amina@freiwilligenagentur.de'],
  ['mailto:amina@freiwilligenagentur.de', 'mailto:amina@freiwilligenagentur.de'],
  ['06641 12 34-0', 'tel:0664112340'],
  ['tel:+496641', 'tel:+496641'],
])('%s becomes %s', (typed, address) => {
  expect(readLinkAddress(typed)).toEqual({ ok: true, address })
})

test.each([
  ['', 'empty'],
  ['http://lauterbrueck.de', 'insecure'],
  ['javascript:alert(1)', 'invalid'],
  ['data:text/html,x', 'invalid'],
  ['ftp://lauterbrueck.de', 'invalid'],
  ['Rathaus', 'invalid'],
  ['zwei Worte.de', 'invalid'],
  ['https://', 'invalid'],
  ['mailto:amina', 'invalid'],
])('"%s" is refused as %s', (typed, reason) => {
  expect(readLinkAddress(typed)).toEqual({ ok: false, reason })
})

const call = callNamed('engagierte-stadt-2023')
const title = call.sections[0]?.title ?? ''

test('the toolbar acts on the section last edited: a link is asked for, checked and set', async () => {
  const draft = openPaperDraft(call)
  openWorkspace(draft)
  const tool = await screen.findByRole('button', { name: 'Link' })
  expect(tool).toHaveAttribute('aria-disabled', 'true')
  act(() => screen.getByRole('textbox', { name: title }).focus())
  await waitFor(() => expect(tool).not.toHaveAttribute('aria-disabled'))
  await userEvent.click(tool)
  const dialog = within(await screen.findByRole('dialog', { name: 'Link setzen' }))
  await userEvent.type(dialog.getByLabelText('Adresse'), 'http://nein.de{Enter}')
  expect(dialog.getByText(/Nur gesicherte Adressen/)).toBeVisible()
  await userEvent.clear(dialog.getByLabelText('Adresse'))
  await userEvent.type(dialog.getByLabelText('Adresse'), 'lauterbrueck.de{Enter}')
  await waitFor(() => expect(draft.reads(call.sections[0]?.id ?? '')).toContain('lauterbrueck.de'))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('arrow keys go through the toolbar, which is one stop for Tab', async () => {
  openWorkspace(openPaperDraft(call))
  const toolbar = within(await screen.findByRole('toolbar', { name: 'Text gestalten' }))
  const tools = toolbar.getAllByRole('button')
  expect(tools.filter((tool) => tool.tabIndex === 0)).toHaveLength(1)
  act(() => tools[0]?.focus())
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(tools[2]).toHaveFocus()
  await userEvent.keyboard('{End}')
  expect(tools.at(-1)).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  expect(tools[0]).toHaveFocus()
})
