// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { accepted, refused } from '../../src/domain/refusal.ts'
import { Workspace } from '../../src/ui/draft/workspace.tsx'
import { callNamed } from '../world/calls.ts'
import { createMemoryApp, draftId } from '../ui/memory-app.ts'
import { show } from '../ui/page.tsx'
import { bruno, openPaperDraft } from './paper-draft.ts'
import { everyCall, openWorkspace } from './workspace.tsx'

const town = callNamed('engagierte-stadt-2023')
const [first, second] = town.sections
if (!first || !second) throw new Error('a call has sections')

test('a draft that is not there, or not ours, is one calm page', async () => {
  show(<Workspace draftId={draftId} />, { ...createMemoryApp(), openDraft: () => Promise.resolve(refused('absent')) })
  expect(await screen.findByRole('heading', { level: 1 })).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('whoever waits for a confirmation gets in without doing anything', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const draft = openPaperDraft(town)
    let isConfirmed = false
    const openDraft = () => Promise.resolve(isConfirmed ? accepted(draft) : refused('pending'))
    show(<Workspace draftId={draftId} />, { ...createMemoryApp(), openDraft })
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(/wartet auf Bestätigung/)
    await act(() => vi.advanceTimersByTimeAsync(5_000))
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/wartet auf Bestätigung/)
    isConfirmed = true
    await act(() => vi.advanceTimersByTimeAsync(5_000))
    expect(await screen.findByRole('textbox', { name: first.title })).toBeVisible()
  } finally {
    vi.useRealTimers()
  }
})

test('leaving the page closes the draft', async () => {
  const draft = openPaperDraft(town)
  const close = vi.spyOn(draft, 'close')
  const { unmount } = openWorkspace(draft)
  await screen.findByRole('textbox', { name: first.title })
  unmount()
  expect(close).toHaveBeenCalledOnce()
})

test('a draft that was opened ahead is there in the first drawing', async () => {
  const draft = openPaperDraft(town)
  const app = { ...createMemoryApp(), openedAhead: () => draft, openDraft: () => Promise.resolve(accepted(draft)) }
  show(<Workspace draftId={draftId} />, app)
  expect(screen.getByRole('textbox', { name: first.title })).toBeVisible()
  for (const { title } of town.sections) expect(await screen.findByRole('textbox', { name: title })).toBeVisible()
})

test('the browser asks before closing only while text would be lost', async () => {
  const draft = openPaperDraft(town)
  openWorkspace(draft)
  await screen.findByRole('textbox', { name: first.title })
  const closes = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  act(() => draft.losesTheServer({ [first.id]: 3 }))
  await waitFor(() => expect(closes()).toBe(false))
  act(() => draft.view.setState({ status: { name: 'memory-only', serverHasAll: true } }))
  await waitFor(() => expect(closes()).toBe(false))
  act(() => draft.view.setState({ status: { name: 'device-failure', reason: 'full', serverHasAll: false } }))
  await waitFor(() => expect(closes()).toBe(true))
})

describe.each(everyCall)('the page of %s', (_, call) => {
  test('every section has a named text with its guiding question as description', async () => {
    openWorkspace(openPaperDraft(call))
    for (const section of call.sections) {
      const text = await screen.findByRole('textbox', { name: section.title })
      expect(text.getAttribute('aria-describedby')).not.toBeNull()
      expect(text).toHaveAccessibleDescription(new RegExp(section.question.slice(0, 20)))
    }
  })

  test('all of it can be copied from the menu', async () => {
    const draft = openPaperDraft(call)
    draft.someoneWrites(call.sections[0]?.id ?? '', 'Ein Satz zum Mitnehmen.')
    openWorkspace(draft)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Text kopieren', hidden: true }))
    expect(await screen.findByText('Text kopiert')).toBeVisible()
    expect(await navigator.clipboard.readText()).toContain('Ein Satz zum Mitnehmen.')
  })
})

describe('on a phone', () => {
  test('one section is shown at a time, named in the bar, with the way to its neighbours', async () => {
    const draft = openPaperDraft(town)
    openWorkspace(draft, 'phone')
    expect(await screen.findByRole('heading', { level: 1, name: 'Eckdaten' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: new RegExp(`Weiter.*${first.title}`) }))
    expect(screen.getByRole('heading', { level: 1, name: first.title })).toBeVisible()
    expect(screen.getByText(`Noch ohne Namen · Abschnitt 1 von ${town.sections.length}`)).toBeVisible()
    act(() => draft.isJoinedBy(bruno, first.id))
    expect(await screen.findByText('Bruno hier')).toBeVisible()
  })

  test('the list of sections leads into the text without opening the keyboard', async () => {
    openWorkspace(openPaperDraft(town), 'phone')
    const tabs = within(await screen.findByRole('navigation', { name: 'Ansicht' }))
    await userEvent.click(tabs.getByRole('button', { name: 'Abschnitte' }))
    await userEvent.click(screen.getByRole('button', { name: new RegExp(second.title) }))
    expect(await screen.findByRole('heading', { level: 1, name: second.title })).toBeVisible()
    expect(screen.getByRole('textbox', { name: second.title })).not.toHaveFocus()
  })

  test('while a text has the focus the tools and the characters left take the place of the tabs', async () => {
    openWorkspace(openPaperDraft(town), 'phone')
    await screen.findByRole('navigation', { name: 'Ansicht' })
    act(() => screen.getByRole('textbox', { name: first.title }).focus())
    expect(await screen.findByRole('toolbar', { name: 'Text gestalten' })).toBeVisible()
    expect(screen.queryByRole('navigation', { name: 'Ansicht' })).toBeNull()
    expect(screen.getByText(`${first.maxCharacters} frei`)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Tastatur schließen' }))
    await waitFor(() => expect(screen.getByRole('navigation', { name: 'Ansicht' })).toBeVisible())
  })

  test('the team is a page with its invitation', async () => {
    openWorkspace(openPaperDraft(town), 'phone')
    const tabs = within(await screen.findByRole('navigation', { name: 'Ansicht' }))
    await userEvent.click(tabs.getByRole('button', { name: 'Team' }))
    expect(await screen.findByRole('heading', { name: 'Team und Einladungen' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Einladung anlegen' })).toBeVisible()
  })
})
