import { describe, expect, it } from 'vitest'
import { finalEditorOf, mayClose, mayOpen } from '../../src/domain/last-edit.ts'
import { dutiesOf, isShown, noWork, sectionStatus } from '../../src/domain/section-work.ts'

const amina = { name: 'Amina', organisation: 'Agentur' }
const bruno = { name: 'Bruno', organisation: 'Stadt' }
const closing = { by: amina, at: 1, reason: '' }

describe('closing a section for the last edit', () => {
  it('is up to those who lead and to the one who is named, if their role writes', () => {
    expect(mayClose({ ...amina, role: 'owner' }, null)).toBe(true)
    expect(mayClose({ ...bruno, role: 'editor' }, null)).toBe(false)
    expect(mayClose({ ...bruno, role: 'editor' }, bruno)).toBe(true)
    expect(mayClose({ ...bruno, role: 'editor' }, { ...bruno, organisation: 'Land' })).toBe(false)
    expect(mayClose({ ...bruno, role: 'commenter' }, bruno)).toBe(false)
  })

  it('is taken back by them, and by whoever has the pen', () => {
    expect(mayOpen({ ...bruno, role: 'owner' }, closing, null)).toBe(true)
    expect(mayOpen({ ...amina, role: 'editor' }, closing, null)).toBe(true)
    expect(mayOpen({ ...bruno, role: 'editor' }, closing, null)).toBe(false)
    expect(mayOpen({ ...amina, role: 'editor' }, closing, bruno)).toBe(false)
    expect(mayOpen({ ...amina, role: 'viewer' }, closing, null)).toBe(false)
  })

  it('leaves the pen to who is named, else to who closed it', () => {
    expect(finalEditorOf(closing, null)).toEqual(amina)
    expect(finalEditorOf(closing, bruno)).toEqual(bruno)
  })
})

describe('the status of a section', () => {
  it('is what was said, and follows the text while nobody said anything', () => {
    expect(sectionStatus(0, null)).toBe('open')
    expect(sectionStatus(12, null)).toBe('in-progress')
    expect(sectionStatus(12, 'open')).toBe('open')
    expect(sectionStatus(12, 'for-review')).toBe('for-review')
    expect(sectionStatus(12, 'released')).toBe('released')
  })

  it('of an empty one is neither for review nor released', () => {
    expect(sectionStatus(0, 'in-progress')).toBe('in-progress')
    expect(sectionStatus(0, 'for-review')).toBe('open')
    expect(sectionStatus(0, 'released')).toBe('open')
  })
})

describe('the list of sections', () => {
  const partners = [
    { id: 'a', name: 'Agentur' },
    { id: 's', name: 'Stadt' },
  ]
  const given = (partnerId: string, person = '') => ({
    duties: { ...noWork.duties, reviews: [{ partnerId, person }] },
  })
  const shown = (work: Parameters<typeof isShown>[1]) =>
    (['all', 'ours', 'mine'] as const).filter((filter) => isShown(filter, work, amina, partners))

  it('is of the organisation, or of the person, whose the whole organisation is too', () => {
    expect(shown(noWork)).toEqual(['all'])
    expect(shown(given('a'))).toEqual(['all', 'ours', 'mine'])
    expect(shown(given('a', 'Erika'))).toEqual(['all', 'ours'])
    expect(shown(given('a', ' amina '))).toEqual(['all', 'ours', 'mine'])
    expect(shown(given('s', 'Amina'))).toEqual(['all'])
    expect(shown(given('gone', 'Amina'))).toEqual(['all'])
  })

  it('knows everything one organisation has to do', () => {
    const work = new Map([
      ['ziele', { ...noWork, ...given('a', 'Erika') }],
      ['lage', { ...noWork, ...given('s') }],
    ])
    expect(dutiesOf(work, 'a')).toEqual([{ sectionId: 'ziele', duty: 'reviews', person: 'Erika' }])
    expect(dutiesOf(work, 'x')).toEqual([])
  })
})
