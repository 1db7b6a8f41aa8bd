// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { bruno, openPaperDraft } from './paper-draft.ts'
import { everyCall, openWorkspace } from './workspace.tsx'

describe.each(everyCall)('sections of %s', (_, call) => {
  const [first, second] = call.sections
  if (!first || !second) throw new Error('a call has sections')
  const list = () => screen.findByRole('navigation', { name: 'Abschnitte' })
  const item = async (title: string) => within(await list()).getByRole('button', { name: new RegExp(title) })

  test('each section stands there with how far it is', async () => {
    const draft = openPaperDraft(call)
    openWorkspace(draft)
    const places = call.sections.length + (call.declarations.length > 0 ? 2 : 1)
    expect(within(await list()).getAllByRole('button')).toHaveLength(places)
    expect(await item(first.title)).toHaveTextContent(first.required ? 'noch leer' : 'freiwillig')
    expect(within(await item(first.title)).getByRole('img', { name: 'leer' })).toBeVisible()
    act(() => draft.someoneWrites(first.id, 'x'.repeat(1200)))
    await waitFor(async () => expect(await item(first.title)).toHaveTextContent(/1\.200 von [\d.]+/))
    act(() => draft.work.setStatus(first.id, 'released'))
    expect(within(await item(first.title)).getByRole('img', { name: 'fertig' })).toBeVisible()
    const required = call.sections.filter((section) => section.required).length
    expect(await list()).toHaveTextContent(`1 von ${required} fertig`)
  })

  test('others are seen where they write, and nobody is while offline', async () => {
    const draft = openPaperDraft(call)
    openWorkspace(draft)
    await list()
    act(() => draft.isJoinedBy(bruno, second.id))
    expect(await within(await item(second.title)).findByText('Bruno Seidel hier')).toBeVisible()
    expect(screen.getByRole('list', { name: 'Gerade hier' })).toHaveTextContent('BS')
    act(() => draft.losesTheServer({ [second.id]: 5 }))
    expect(within(await item(second.title)).queryByText('Bruno Seidel hier')).toBeNull()
    expect(await item(second.title)).toHaveTextContent('5 warten')
    expect(await item(first.title)).not.toHaveTextContent('warten')
    expect(await list()).toHaveTextContent('Wer gerade mitschreibt, ist ohne Verbindung nicht zu sehen.')
    act(() => draft.reachesTheServer())
    expect(await item(second.title)).not.toHaveTextContent('warten')
  })

  test('someone with two windows open is one person', async () => {
    const draft = openPaperDraft(call)
    openWorkspace(draft)
    await list()
    act(() => draft.isJoinedBy(bruno, null))
    act(() => draft.isJoinedBy(bruno, second.id))
    const people = await screen.findByRole('list', { name: 'Gerade hier' })
    expect(within(people).getAllByRole('listitem')).toHaveLength(1)
  })

  test('choosing a section brings the caret there and marks it as current', async () => {
    openWorkspace(openPaperDraft(call))
    await userEvent.click(await item(second.title))
    await waitFor(() => expect(screen.getByRole('textbox', { name: second.title })).toHaveFocus())
    expect(await item(second.title)).toHaveAttribute('aria-current', 'true')
  })

  test('F6 goes from section to section and back', async () => {
    openWorkspace(openPaperDraft(call))
    await list()
    await userEvent.keyboard('{F6}')
    await waitFor(() => expect(screen.getByRole('textbox', { name: first.title })).toHaveFocus())
    await userEvent.keyboard('{F6}')
    await waitFor(() => expect(screen.getByRole('textbox', { name: second.title })).toHaveFocus())
    await userEvent.keyboard('{Shift>}{F6}{/Shift}')
    await waitFor(() => expect(screen.getByRole('textbox', { name: first.title })).toHaveFocus())
  })

  test.each(['wide', 'desktop', 'phone'] as const)(
    'the declarations are counted and lead to where they are made: %s',
    async (width) => {
      const draft = openPaperDraft(call)
      const [declaration] = call.declarations
      const partnerId = draft.addPartner({ name: 'Verein', sector: 'civil', lead: true })
      openWorkspace(draft, width)
      if (width === 'phone') await userEvent.click(await screen.findByRole('button', { name: 'Abschnitte' }))
      const asked = call.declarations.length
      expect(await item('Erklärungen')).toHaveTextContent(`0 von ${asked}`)
      act(() =>
        draft.setTick(
          { kind: 'declaration', id: declaration?.id ?? '', partnerId: declaration?.perPartner ? partnerId : null },
          true,
        ),
      )
      expect(await item('Erklärungen')).toHaveTextContent(`1 von ${asked}`)
      await userEvent.click(await item('Erklärungen'))
      await waitFor(() => expect(screen.getByRole('heading', { name: 'Erklärungen' })).toHaveFocus())
      expect(screen.getByRole('group', { name: declaration?.title ?? '' })).toBeVisible()
    },
  )
})
