// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { Call } from '../../src/domain/call.ts'
import { milestones } from '../../src/domain/time-plan.ts'
import { planWords } from '../../src/ui/wording/plan.ts'
import { completeness } from '../../src/ui/wording/de/completeness.ts'
import { formatFor } from '../../src/ui/wording/format.ts'
import { german } from '../../src/ui/wording/catalogue.ts'
import { openPaperDraft, type PaperDraft } from './paper-draft.ts'
import { everyCall, openWorkspace } from './workspace.tsx'

const words = planWords.de
const someCall = everyCall[0]?.[1]
if (!someCall) throw new Error('no call ships')
const dayBefore = (isoDay: string, days: number) =>
  new Date(Date.parse(`${isoDay}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
const daysBeforeTheEnd = (call: Call, days: number) =>
  vi.setSystemTime(new Date(`${dayBefore(call.window.closes, days)}T12:00:00Z`))

afterEach(() => {
  vi.useRealTimers()
})

const opensPlan = async (draft: PaperDraft, daysLeft: number) => {
  vi.useFakeTimers({ toFake: ['Date'] })
  daysBeforeTheEnd(draft.view.getState().call, daysLeft)
  openWorkspace(draft)
  await userEvent.click(await screen.findByRole('button', { name: german.draft.daysLeft(daysLeft) }))
  return within(await screen.findByRole('dialog', { name: words.title }))
}

test.each(everyCall)('%s: every step has a day, which the team moves, ticks and takes back', async (_, call) => {
  const draft = openPaperDraft(call)
  const dialog = await opensPlan(draft, 30)
  const { closes } = call.window
  for (const milestone of milestones) {
    expect(dialog.getByRole('heading', { name: words.steps[milestone].title })).toBeVisible()
  }
  const agreement = () => dialog.getByLabelText(words.dayOf(words.steps.agreement.title))
  expect(agreement()).toHaveValue(dayBefore(closes, 5))
  expect(dialog.getByText(words.inDays(25))).toBeVisible()
  await userEvent.clear(agreement())
  await userEvent.type(agreement(), dayBefore(closes, 12))
  await userEvent.tab()
  expect(draft.view.getState().plan.get('agreement')?.day).toBe(dayBefore(closes, 12))
  expect(dialog.getAllByText(words.conflicts['out-of-order']).length).toBeGreaterThan(0)
  await userEvent.click(dialog.getByRole('checkbox', { name: words.doneOf(words.steps['first-draft'].title) }))
  expect(draft.view.getState().plan.get('first-draft')?.isDone).toBe(true)
  await userEvent.click(dialog.getByRole('button', { name: words.proposedFor(words.steps.agreement.title) }))
  await waitFor(() => expect(agreement()).toHaveValue(dayBefore(closes, 5)))
})

test('the days left go on over midnight while the page stays open', async () => {
  const draft = openPaperDraft(someCall)
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
  daysBeforeTheEnd(someCall, 22)
  openWorkspace(draft)
  await screen.findByRole('button', { name: german.draft.daysLeft(22) })
  daysBeforeTheEnd(someCall, 21)
  act(() => void vi.advanceTimersByTime(60_000))
  expect(screen.getByRole('button', { name: german.draft.daysLeft(21) })).toBeVisible()
})

test('a deadline that was moved twice is told the same way in the plan and among the rules', async () => {
  const { closes } = someCall.window
  const history = [30, 14].map((days) => ({ closes: dayBefore(closes, days), until: dayBefore(closes, days + 1) }))
  const say = (days: number) => formatFor('de').day(dayBefore(closes, days))
  const sentence = completeness.extended(say(14), say(30))
  expect(completeness.extended(say(14), null)).not.toContain(say(30))
  const dialog = await opensPlan(openPaperDraft({ ...someCall, window: { ...someCall.window, history } }), 10)
  expect(dialog.getByText(sentence)).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: german.elements.close }))
  await userEvent.click(await screen.findByRole('tab', { name: 'Prüfung' }))
  const panel = within(await screen.findByRole('tabpanel', { name: 'Prüfung' }))
  expect(await panel.findByText((text) => text.includes(sentence))).toBeVisible()
})

test.each(everyCall)('%s: what is late is spread over the time that is left, in one change', async (_, call) => {
  const draft = openPaperDraft(call)
  const dialog = await opensPlan(draft, 10)
  let changes = 0
  draft.doc.on('update', () => (changes += 1))
  await userEvent.click(dialog.getByRole('button', { name: words.respread }))
  expect(changes).toBe(1)
  expect(dialog.getByText(words.respreadDone)).toBeVisible()
  const days = milestones.map((milestone) => draft.view.getState().plan.get(milestone)?.day ?? '')
  expect(days.every((day) => day >= dayBefore(call.window.closes, 10) && day <= call.window.closes)).toBe(true)
  expect(dialog.queryByRole('button', { name: words.respread })).toBeNull()
})

test('whoever reads sees the plan and changes nothing; what others move appears', async () => {
  const [, call] = everyCall[0] ?? []
  if (!call) throw new Error('no call ships')
  const draft = openPaperDraft(call, 'viewer')
  const dialog = await opensPlan(draft, 10)
  expect(dialog.getByText(words.readOnly)).toBeVisible()
  const day = dialog.getByLabelText(words.dayOf(words.steps.submission.title))
  expect(day).toHaveAttribute('readonly')
  act(() => draft.someoneSets('plan/submission/day', dayBefore(call.window.closes, 4)))
  expect(day).toHaveValue(dayBefore(call.window.closes, 4))
  expect(dialog.queryByRole('button', { name: words.respread })).toBeNull()
})

test('the plan goes into a calendar as whole days, under names that stay', async () => {
  const [, call] = everyCall[0] ?? []
  if (!call) throw new Error('no call ships')
  const files: Blob[] = []
  URL.createObjectURL = (file) => {
    files.push(file as Blob)
    return 'blob:calendar'
  }
  URL.revokeObjectURL = () => undefined
  const dialog = await opensPlan(openPaperDraft(call), 30)
  await userEvent.click(dialog.getByRole('button', { name: words.calendar }))
  await waitFor(() => expect(files).toHaveLength(1))
  const text = (await files[0]?.text()) ?? ''
  expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(milestones.length + 1)
  expect(text).toContain(`DTSTART;VALUE=DATE:${call.window.closes.replaceAll('-', '')}`)
  expect(text).toMatch(/^UID:submission\.lauterbrueck/m)
})
