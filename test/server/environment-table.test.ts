import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'

const rows = readFileSync('server/README.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, name, preset] = /^\| `([A-Z_]+)`\s*\| (\S.*?)\s*\|/.exec(line) ?? []
    return name !== undefined && preset !== undefined ? [{ name, preset }] : []
  })

describe("the operator's table of settings", () => {
  it('names every variable the server reads, and no other', () => {
    const source = readFileSync('server/config.ts', 'utf8')
    const read = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name ?? '')
    expect(read).not.toEqual([])
    expect(rows.map(({ name }) => name).sort()).toEqual(read.sort())
  })

  it('gives the defaults that hold when nothing is set', () => {
    const fixed = rows.filter(({ preset }) => preset !== 'none' && !preset.includes('`'))
    const environment = Object.fromEntries(fixed.map(({ name, preset }) => [name, preset]))
    expect(fixed.length).toBeGreaterThan(8)
    expect(readConfig(environment)).toEqual(readConfig({}))
    expect(readConfig({})).toMatchObject({ metrics: null, draftLifeDays: null, publicOrigin: null })
  })
})
