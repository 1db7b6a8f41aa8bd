import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCall } from '../../src/domain/call.ts'
import { callNamed } from '../world/calls.ts'

const file = (id: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`server/calls/${id}.json`, 'utf8')) as Record<string, unknown>

/** The 2023 call with one thing changed, `sections.3.maxCharacters`. */
const broken = (path: string, value: unknown): Record<string, unknown> => {
  const call = structuredClone(file('engagierte-stadt-2023'))
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const parent = steps.reduce((at, step) => at[step] as Record<string, unknown>, call)
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return call
}

const problems = (json: unknown) => {
  const read = readCall(json)
  return read.ok ? [] : read.problems
}

describe('the shipped calls', () => {
  it('can be read', () => {
    for (const id of ['engagierte-stadt-2023', 'engagiertes-land-2023']) {
      expect(problems(file(id))).toEqual([])
      expect(callNamed(id).id).toBe(id)
    }
  })

  it('tell the known facts of Engagierte Stadt 2023', () => {
    const call = callNamed('engagierte-stadt-2023')
    expect(call.window).toMatchObject({ opens: '2023-09-25', closes: '2023-11-24', timeZone: 'Europe/Berlin' })
    expect(call.sections).toHaveLength(9)
    expect(call.partners.minimum).toBe(3)
    expect(call.partners.sectors.filter(({ required }) => required).map(({ id }) => id)).toEqual([
      'civil',
      'administration',
    ])
    expect(call.fields.find(({ id }) => id === 'place.population')).toMatchObject({
      min: 10_000,
      max: 250_000,
      onViolation: 'warn',
    })
  })
})

describe('a broken call', () => {
  const cases: [path: string, value: unknown, named: string, reason: RegExp][] = [
    ['sections.3.maxCharacters', 'viele', 'sections.3.maxCharacters', /Expected number/],
    ['sections.0.id', 'Kurzfassung!', 'sections.0.id', /an id is a–z/],
    ['title', undefined, 'title', /Expected "title"/],
    ['window.closes', '24.11.2023', 'window.closes', /YYYY-MM-DD/],
    ['window.opens', '2024-01-01', 'window', /opens must not be after closes/],
    ['window.closes', '2023-11-31', 'window.closes', /no such day/],
    ['window.timeOfDay', '24:00', 'window.timeOfDay', /HH:MM/],
    ['window.timeZone', 'Europe/Bonn', 'window.timeZone', /time zone/],
    ['titleField', 'place.nickname', 'titleField', /names no field/],
    ['headlineFields', ['place.name', 'moon'], 'headlineFields', /names no field/],
    ['fields.1.choices', [], 'fields.1', /a choice needs "choices"/],
    ['fields.1.id', 'place.name', 'fields', /stands here twice/],
    ['counting.lineBreak', 3, 'counting.lineBreak', /<=2/],
    ['partners.sectors.1.id', 'church', 'partners.sectors.1.id', /"civil"/],
    ['moreInformation', 'http://unsafe.example', 'moreInformation', /https/],
  ]
  for (const [path, value, named, reason] of cases) {
    it(`names the path and the reason: ${path} = ${JSON.stringify(value)}`, () => {
      const found = problems(broken(path, value))
      expect(found.map((problem) => problem.path)).toContain(named)
      expect(found.find((problem) => problem.path === named)?.reason).toMatch(reason)
    })
  }

  it('that is no call at all names the whole file', () => {
    for (const json of [null, 7, 'call', undefined]) expect(problems(json)[0]).toMatchObject({ path: '(whole file)' })
  })

  it('names every problem, not only the first', () => {
    const call = broken('title', 7)
    delete call['programme']
    expect(problems(call).map(({ path }) => path)).toEqual(expect.arrayContaining(['title', 'programme']))
  })
})
