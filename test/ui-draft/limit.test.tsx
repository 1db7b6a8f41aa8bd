// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { limitBand, limitNews } from '../../src/ui/draft/text/limit-news.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { openPaperDraft } from './paper-draft.ts'
import { everyCall, openWorkspace } from './workspace.tsx'

test('the last tenth begins at nine tenths, and full is not over', () => {
  expect([0, 719, 720, 800, 801].map((count) => limitBand(count, 800))).toEqual([
    'free',
    'free',
    'near',
    'near',
    'over',
  ])
})

test('news is only what changes for the writer', () => {
  expect(limitNews('free', 'free')).toBeNull()
  expect(limitNews('free', 'near')).toBe('near')
  expect(limitNews('near', 'over')).toBe('over')
  expect(limitNews('over', 'near')).toBe('within')
  expect(limitNews('near', 'free')).toBeNull()
})

test('everyone is told in good time that a draft ends, and who writes that it is getting full', async () => {
  const [, call] = everyCall[0] ?? []
  if (!call) throw new Error('there is a call')
  const draft = openPaperDraft(call, 'viewer')
  openWorkspace(draft)
  const { ends, nearlyFull } = german.draft
  act(() => draft.view.setState({ endsAt: Date.UTC(2026, 11, 24, 12), nearlyFull: true }))
  expect(await screen.findByText(ends('Do 24. Dezember 2026'))).toBeVisible()
  expect(screen.queryByText(nearlyFull)).toBeNull()
  act(() => draft.view.setState({ endsAt: null, mayWrite: true }))
  expect(await screen.findByText(nearlyFull)).toBeVisible()
  expect(screen.queryByText(ends('Do 24. Dezember 2026'))).toBeNull()
})

describe.each(everyCall)('limits of %s', (_, call) => {
  const section = call.sections[0]
  if (!section) throw new Error('a call has sections')
  const region = () => screen.findByRole('region', { name: section.title })

  test('the count follows the text, too much is said and never cut', async () => {
    const draft = openPaperDraft(call)
    openWorkspace(draft)
    act(() => draft.someoneWrites(section.id, 'x'.repeat(section.maxCharacters)))
    expect(await within(await region()).findByText(/ Zeichen · 0 frei$/)).toBeVisible()
    act(() => draft.someoneWrites(section.id, 'y'.repeat(47)))
    expect(await within(await region()).findByText(/Zeichen zu viel/)).toBeVisible()
    expect(draft.reads(section.id)).toContain('y'.repeat(47))
  })

  test('thresholds are announced once to the person writing there, and not to others', async () => {
    const draft = openPaperDraft(call)
    openWorkspace(draft)
    const news = () => within(section0).getAllByRole('status').at(-1)
    const section0 = await region()
    act(() => draft.someoneWrites(section.id, 'x'.repeat(section.maxCharacters - 5)))
    expect(news()).toHaveTextContent('')
    act(() => within(section0).getByRole('textbox').focus())
    act(() => draft.someoneWrites(section.id, 'z'.repeat(30)))
    await waitFor(() => expect(news()).toHaveTextContent(/Zeichen zu viel/))
    const said = news()?.textContent
    act(() => draft.someoneWrites(section.id, 'z'.repeat(30)))
    expect(news()?.textContent).toBe(said)
  })
})
