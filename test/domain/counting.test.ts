import { describe, expect, it } from 'vitest'
import { countCharacters } from '../../src/domain/character-count.ts'
import { missingSectors, requiredSections, sectionProgress } from '../../src/domain/section-progress.ts'
import { createDraftId, isDraftId } from '../../src/domain/draft-id.ts'
import { may } from '../../src/domain/role.ts'
import { callNamed } from '../world/calls.ts'

const call = callNamed('engagierte-stadt-2023')
const count = (text: string, rule: Partial<typeof call.counting> = {}) =>
  countCharacters(text, { ...call.counting, ...rule })

describe('counting characters', () => {
  it('counts letters, spaces and umlauts as one each', () => {
    expect(count('')).toBe(0)
    expect(count('Bürgerschaft & Stadt')).toBe(20)
    expect(count('Bürgerschaft & Stadt', { spaces: false })).toBe(18)
  })

  it('counts a line break as the call says', () => {
    expect(count('a\nb\nc')).toBe(5)
    expect(count('a\nb\nc', { lineBreak: 2 })).toBe(7)
    expect(count('a\nb\nc', { lineBreak: 0 })).toBe(3)
    expect(count('a\nb', { lineBreak: 2, spaces: false })).toBe(4)
  })

  it('counts code points: an emoji is one, one of several parts is its parts', () => {
    expect(count('😀')).toBe(1)
    expect(count('👩‍🚒')).toBe(3)
    expect(count('e\u0301')).toBe(2)
    expect(count('\ud83d')).toBe(1)
  })
})

describe('completeness', () => {
  it('tells empty, begun and done sections apart; what is empty is not done', () => {
    expect(sectionProgress(0, false)).toBe('empty')
    expect(sectionProgress(0, true)).toBe('empty')
    expect(sectionProgress(5, false)).toBe('begun')
    expect(sectionProgress(5, true)).toBe('done')
  })

  it('asks for the compulsory sectors only', () => {
    expect(missingSectors(call, []).map(({ id }) => id)).toEqual(['civil', 'administration'])
    expect(missingSectors(call, ['civil', 'business']).map(({ id }) => id)).toEqual(['administration'])
    expect(missingSectors(call, ['administration', 'civil'])).toEqual([])
  })

  it('asks for the compulsory sections only', () => {
    const [first, ...rest] = call.sections
    if (!first) throw new Error('no sections')
    expect(requiredSections({ ...call, sections: [{ ...first, required: false }, ...rest] })).not.toContainEqual(first)
  })
})

describe('a draft’s id', () => {
  it('is made of random bytes and recognised', () => {
    const id = createDraftId(crypto.getRandomValues(new Uint8Array(26)))
    expect(isDraftId(id)).toBe(true)
    expect(createDraftId(crypto.getRandomValues(new Uint8Array(26)))).not.toBe(id)
  })

  it('is never a path or anything else', () => {
    for (const value of ['', '../etc/passwd', 'a'.repeat(25), 'a'.repeat(27), 'A'.repeat(26), 7, null]) {
      expect(isDraftId(value)).toBe(false)
    }
  })
})

describe('roles', () => {
  it('let owners and editors write and invite, all others read', () => {
    for (const role of ['owner', 'editor'] as const)
      expect(may(role, 'write-content') && may(role, 'invite')).toBe(true)
    for (const role of ['commenter', 'viewer'] as const) {
      expect(may(role, 'write-content') || may(role, 'invite')).toBe(false)
      expect(may(role, 'read')).toBe(true)
    }
  })
})
