import { expect, it } from 'vitest'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { nearlyFullBytes } from '../../src/domain/draft-size.ts'
import { createDraftSize } from '../../src/state/draft-size.ts'

it('a draft is nearly full by what is left in it, not by what was ever typed', () => {
  const doc = createDraftDocument()
  const size = createDraftSize(doc)
  doc.on('update', (update) => size.grew(update.length))
  const text = doc.getText('text/ziele')
  expect(size.isNearlyFull(0)).toBe(false)
  const half = 'x'.repeat(nearlyFullBytes / 2)
  text.insert(0, half)
  text.delete(0, half.length)
  text.insert(0, half)
  expect(size.isNearlyFull(0)).toBe(false)
  text.insert(0, half)
  expect(size.isNearlyFull(0)).toBe(true)
  text.delete(0, 1000)
  expect(size.isNearlyFull(1_000)).toBe(true)
  expect(size.isNearlyFull(30_000)).toBe(false)
})
