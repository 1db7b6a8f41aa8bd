import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted, refused } from '../../src/domain/refusal.ts'
import { DraftAhead } from '../../src/state/draft-ahead.ts'
import { openPaperDraft } from '../ui-draft/paper-draft.ts'
import { draftId, town } from '../ui/memory-app.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the screen draws what was opened ahead, takes it once, and nobody closes it behind its back', async () => {
  const ahead = new DraftAhead()
  const draft = openPaperDraft(town)
  const close = vi.spyOn(draft, 'close')
  await ahead.begin(draftId, Promise.resolve(accepted(draft)))
  expect(ahead.opened(draftId)).toBe(draft)
  expect(await ahead.take(draftId)).toEqual(accepted(draft))
  expect(ahead.opened(draftId)).toBeNull()
  expect(ahead.take(draftId)).toBeNull()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(close).not.toHaveBeenCalled()
})

test('a draft whose screen never comes is closed', async () => {
  const ahead = new DraftAhead()
  const draft = openPaperDraft(town)
  const close = vi.spyOn(draft, 'close')
  await ahead.begin(draftId, Promise.resolve(accepted(draft)))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(close).toHaveBeenCalledOnce()
  expect(ahead.take(draftId)).toBeNull()
})

test('a refusal and a failure reach whoever opens the draft', async () => {
  const ahead = new DraftAhead()
  await ahead.begin(draftId, Promise.resolve(refused('absent')))
  expect(ahead.opened(draftId)).toBeNull()
  expect(await ahead.take(draftId)).toEqual(refused('absent'))
  await ahead.begin(draftId, Promise.reject(new Error('a part did not come')))
  await expect(ahead.take(draftId)).rejects.toThrow('a part did not come')
})
