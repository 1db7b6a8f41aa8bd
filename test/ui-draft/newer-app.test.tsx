// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { german } from '../../src/ui/wording/catalogue.ts'
import { openPaperDraft } from './paper-draft.ts'
import { everyCall, openWorkspace } from './workspace.tsx'

test.each(everyCall)(
  'a draft of a newer app is read without an editor, and goes on being written by others: %s',
  async (_, call) => {
    const [section] = call.sections
    if (!section) throw new Error('a call has sections')
    const draft = openPaperDraft(call)
    draft.someoneWrites(section.id, 'Vor dem Wechsel.')
    openWorkspace(draft)
    await screen.findByRole('textbox', { name: section.title })
    let updates = 0
    draft.doc.on('update', () => (updates += 1))

    act(() => draft.view.setState({ isOfNewerApp: true, mayWrite: false }))
    const text = await screen.findByRole('group', { name: section.title })
    expect(text).toHaveTextContent('Vor dem Wechsel.')
    expect(screen.queryByRole('textbox', { name: section.title })).toBeNull()
    expect(text.closest('[contenteditable]')).toBeNull()
    expect(screen.getByText(german.draft.newerApp.text)).toBeVisible()
    expect(screen.getByRole('button', { name: german.draft.newerApp.renew })).toBeVisible()
    expect(updates).toBe(0)

    act(() => draft.someoneWrites(section.id, 'Danach.'))
    await waitFor(() => expect(within(text).getByText('Danach.')).toBeVisible())
    act(() => draft.view.setState({ isOfNewerApp: false, mayWrite: true }))
    expect(await screen.findByRole('textbox', { name: section.title })).toHaveTextContent('Danach.')
  },
)
