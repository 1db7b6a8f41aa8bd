import { execFileSync, spawnSync } from 'node:child_process'
import { asTable, machine, type Figure } from './figure.ts'
import { measureFuzz } from './fuzz.ts'
import { measureGate } from './gate.ts'
import { measureKill } from './kill.ts'
import { measureRoles } from './roles.ts'
import { asValueTable, compare, comparisons, type Compared } from './peers/comparison.ts'

/**
 * `npm run bench:server`: the gate alone, and this server beside its peers on the same load, each server by turns on the
 * first core and all clients on the second. Ours with gate, roles, tickets, sessions and fsync, the peers with their
 * persistence. A table; with `-- --json` one line of JSON. Words select measures: `-- gate roles kill burst`; `-- --quick` takes
 * smaller loads and one round.
 */
const words = process.argv.slice(2)
const asJson = words.includes('--json')
const isQuick = words.includes('--quick')
const isChosen = (name: string): boolean => words.every((word) => word.startsWith('--')) || words.includes(name)

const figures: Figure[] = []
const values: Record<string, Compared['values']> = {}
if (isChosen('gate')) figures.push(...measureGate())
if (isChosen('roles')) figures.push(...(await measureRoles()))
if (isChosen('kill')) figures.push(...(await measureKill()))

const chosen = Object.entries(comparisons).filter(([name]) => isChosen(name))
if (chosen.length > 0 || isChosen('fuzz')) {
  const built = spawnSync('npm', ['run', 'build', '--silent'], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (built.status !== 0) process.exit(1)
  execFileSync('taskset', ['-a', '-p', '-c', '1', String(process.pid)], { stdio: 'ignore' })
}
if (isChosen('fuzz')) figures.push(...(await measureFuzz()))
for (const [name, { measure, rounds }] of chosen) {
  const compared = await compare(measure, isQuick ? 1 : rounds, isQuick)
  figures.push(...compared.figures)
  values[name] = compared.values
  if (!asJson) console.log(`${name}\n${asValueTable(compared.values)}\n`)
}

console.log(asJson ? JSON.stringify({ figures, values }) : `${asTable(figures)}\n\nMeasured on ${machine()}.`)
process.exit(0)
