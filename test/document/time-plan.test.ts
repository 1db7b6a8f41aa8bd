import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createPlaceCheck, fits } from '../../src/document/flat-shape.ts'
import { fieldsName, planKey } from '../../src/document/names.ts'
import { changeTimePlan, readTimePlan } from '../../src/document/time-plan.ts'
import { milestones } from '../../src/domain/time-plan.ts'

it('keeps what was said of a step, and forgets what was taken back', () => {
  const doc = new Y.Doc()
  let changes = 0
  doc.on('update', () => (changes += 1))
  changeTimePlan(
    doc,
    new Map([
      ['feedback', { day: '2023-10-30' }],
      ['first-draft', { isDone: true }],
    ]),
  )
  expect(readTimePlan(doc)).toEqual(
    new Map([
      ['first-draft', { day: null, isDone: true }],
      ['feedback', { day: '2023-10-30', isDone: false }],
    ]),
  )
  expect(changes).toBe(1)
  changeTimePlan(
    doc,
    new Map([
      ['feedback', { day: null }],
      ['first-draft', { isDone: false }],
    ]),
  )
  expect(readTimePlan(doc).size).toBe(0)
})

it('reads over what is no day and no step', () => {
  const doc = new Y.Doc()
  const fields = doc.getMap(fieldsName)
  fields.set(planKey('feedback', 'day'), '2023-02-31')
  fields.set(planKey('submission', 'day'), 7)
  fields.set(planKey('agreement', 'done'), 'yes')
  fields.set('plan/someday/day', '2023-11-01')
  expect(readTimePlan(doc).size).toBe(0)
})

it('has its places in the shape that the server lets in', () => {
  const mayBe = createPlaceCheck([])
  for (const milestone of milestones) {
    const place = { root: fieldsName, key: planKey(milestone, 'day') }
    expect(mayBe(place.root, place.key)).toBe(true)
    expect(fits(place, { kind: 'values', values: ['2023-11-22'] })).toBe(true)
  }
  expect(mayBe(fieldsName, 'plan/feedback/else')).toBe(false)
})
