import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callJsonSchema } from '../../server/call-schema.ts'
import { findContradictions } from '../../src/domain/call-contradictions.ts'
import type { Call, CallField } from '../../src/domain/call.ts'
import { shippedCalls } from '../world/calls.ts'
import { startTestServer, type TestServer } from '../world/server.ts'

const [shipped] = shippedCalls.values()
if (!shipped) throw new Error('no call ships')

type Schema = { [key: string]: unknown } & { properties: Record<string, Schema>; items: Schema; required: string[] }

describe('the format of a call', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.stop())

  it('is published as JSON Schema at an address of the server', async () => {
    const answer = await fetch(`${server.url}/api/calls/schema.json`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/schema+json')
    const schema = (await answer.json()) as Schema
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema.required).toContain('sections')
    expect(schema.properties['sections']).toMatchObject({ type: 'array', minItems: 1 })
    expect(schema.properties['sections']?.items.properties['maxCharacters']).toEqual({ type: 'integer', minimum: 1 })
    expect(schema.properties['fields']?.items.properties['kind']).toMatchObject({ default: 'text' })
    expect(schema.properties['window']?.properties['timeOfDay']).toMatchObject({ anyOf: [{}, { type: 'null' }] })
  })

  it('names every key of the calls that ship, and nothing compulsory that they lack', () => {
    const compare = (schema: Schema, value: unknown, path: string): void => {
      if (Array.isArray(value)) return value.forEach((each, index) => compare(schema.items, each, `${path}.${index}`))
      if (typeof value !== 'object' || value === null) return
      expect(Object.keys(schema.properties), path).toEqual(expect.arrayContaining(Object.keys(value)))
      expect(Object.keys(value), path).toEqual(expect.arrayContaining(schema.required))
      for (const [key, each] of Object.entries(value)) compare(schema.properties[key] as Schema, each, `${path}.${key}`)
    }
    for (const id of shippedCalls.keys()) {
      compare(callJsonSchema() as Schema, JSON.parse(readFileSync(`server/calls/${id}.json`, 'utf8')), id)
    }
  })
})

describe('contradictions of a call', () => {
  const field = (change: Partial<CallField>): CallField => ({
    ...(shipped.fields[0] as CallField),
    ...change,
  })
  const cases: [named: string, call: Partial<Call>][] = [
    ['fields.0.min', { fields: [field({ kind: 'number', min: 9, max: 3 })] }],
    ['fields.0.kind', { fields: [field({ kind: 'text', max: 3 })] }],
    ['fields.0.choices', { fields: [field({ kind: 'text', choices: ['a'] })] }],
    ['fields.0.choices.1', { fields: [field({ kind: 'choice', choices: ['a', 'a'] })] }],
    ['partners.minimum', { partners: { ...shipped.partners, minimum: 1 } }],
    ['checklist.1', { checklist: ['Rat gefragt', 'Rat gefragt!'] }],
    ['declarations.1', { declarations: [...shipped.declarations.slice(0, 1), ...shipped.declarations.slice(0, 1)] }],
    [
      'window.history.0.until',
      { window: { ...shipped.window, history: [{ closes: '2023-10-01', until: '2023-10-05' }] } },
    ],
    [
      'window.history.0.closes',
      { window: { ...shipped.window, history: [{ closes: shipped.window.closes, until: '2023-10-05' }] } },
    ],
  ]
  it.each(cases)('are named with their path: %s', (named, change) => {
    expect(findContradictions({ ...shipped, ...change }).map(({ path }) => path)).toContain(named)
  })

  it('are none in the calls that ship', () => {
    for (const call of shippedCalls.values()) expect(findContradictions(call)).toEqual([])
  })
})

describe('npm run check-call', () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-call-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('says of each file what is wrong, line by line, and ends with 1', () => {
    const broken = join(folder, 'broken.json')
    writeFileSync(broken, JSON.stringify({ ...shipped, title: 7, partners: { ...shipped.partners, minimum: 0 } }))
    const twisted = join(folder, 'twisted.json')
    writeFileSync(twisted, JSON.stringify({ ...shipped, partners: { ...shipped.partners, minimum: 1 } }))
    const noJson = join(folder, 'no.json')
    writeFileSync(noJson, '{')
    const files = ['server/calls/engagiertes-land-2023.json', broken, twisted, noJson]
    const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'server/check-call.ts', ...files], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stdout).toBe('server/calls/engagiertes-land-2023.json: a call that can be used\n')
    expect(stderr).toMatch(new RegExp(`^${broken}: title: .*string`, 'm'))
    expect(stderr).toMatch(new RegExp(`^${broken}: partners.minimum: `, 'm'))
    expect(stderr).toContain(
      `${twisted}: partners.minimum: 2 sectors are required, which takes more than 1 organisations`,
    )
    expect(stderr).toMatch(new RegExp(`^${noJson}: \\(whole file\\): cannot be read as JSON`, 'm'))
  })
})
