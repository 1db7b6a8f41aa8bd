import { describe, expect, it } from 'vitest'
import { countCharacters } from '../../src/domain/character-count.ts'
import { formFields } from '../../src/domain/form-fields.ts'
import { calls, emptyApplication, fullApplication } from '../export/applications.ts'

const words = { yes: 'ja', no: 'nein' }

describe.each(calls)('the fields of the form of $shortTitle', (call) => {
  const fields = formFields(fullApplication(call), call.counting, words)
  const byId = new Map(fields.map((field) => [field.id, field]))

  it('are every fact, organisation and section, in the call’s order', () => {
    expect(fields.filter(({ kind }) => kind !== 'partner').map(({ label }) => label)).toEqual([
      ...call.fields.map(({ label }) => label),
      ...call.sections.map(({ title }) => title),
    ])
    const partners = fields.filter(({ id }) => /^partner\/[^/]+$/.test(id))
    expect(partners.map(({ label }) => label)).toEqual(call.partners.sectors.map(({ label }) => label))
    expect(partners.map(({ isLead }) => isLead)).toEqual(call.partners.sectors.map((_, index) => index === 0))
  })

  it('are counted exactly as they are copied, by the call’s own rule', () => {
    for (const { id, maxCharacters } of call.sections) {
      const field = byId.get(`section/${id}`)
      expect(field?.text).toContain('1. Erstens\n1. Darunter\n2. Zweitens\n- Tief begonnen')
      expect(field?.count).toEqual({
        characters: countCharacters(field?.text ?? '', call.counting),
        limit: maxCharacters,
      })
    }
    const breaks = byId.get(`section/${call.sections[0]?.id}`)?.text.split('\n').length ?? 0
    const [one, two] = [1, 2].map(
      (lineBreak) =>
        formFields(fullApplication(call), { ...call.counting, lineBreak }, words).at(-1)?.count?.characters ?? 0,
    )
    expect((two ?? 0) - (one ?? 0)).toBe(breaks - 1)
  })

  it('hold numbers without dots and units, and days as Germans write them', () => {
    const textsOf = (...kinds: readonly string[]) =>
      call.fields.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => byId.get(`fact/${id}`)?.text ?? '')
    expect(textsOf('number', 'money').join('')).toMatch(/^\d+$/)
    for (const day of textsOf('date')) expect(day).toBe('31.12.2022')
  })

  it('are empty where nobody wrote anything', () => {
    expect(
      formFields(emptyApplication(call), call.counting, words)
        .map(({ text }) => text)
        .join(''),
    ).toBe('')
  })
})
