import { execFileSync, spawnSync } from 'node:child_process'
import { asTable, machine, type Figure } from './figure.ts'
import { measureFuzz } from './fuzz.ts'
import { measureGate } from './gate.ts'
import { measureKill } from './kill.ts'
import { measureRoles } from './roles.ts'
import { compare, comparisons, type Compared } from './peers/comparison.ts'
import { asValueTable } from './peers/ratio.ts'

/**
 * `npm run bench:server`: the gate alone, and this server beside its peers on the same load, each server by turns on the
 * first core and all clients on the second. Ours with gate, roles, tickets, sessions and fsync, the peers with their
 * persistence on. A table; with `-- --json` one line of JSON. Words select measures: `-- gate roles kill burst`;
 * `--rounds N` takes so many of each comparison, else three; `--quick` takes smaller loads and one round.
 */
const usualRounds = 3

const words = process.argv.slice(2)
const asJson = words.includes('--json')
const isQuick = words.includes('--quick')
const roundsAt = words.indexOf('--rounds')
const rounds = roundsAt === -1 ? (isQuick ? 1 : usualRounds) : Number(words[roundsAt + 1])
const names = words.filter((word, at) => !word.startsWith('--') && (roundsAt === -1 || at !== roundsAt + 1))
const alone = { gate: measureGate, roles: measureRoles, kill: measureKill, fuzz: () => measureFuzz(isQuick) }

const known = [...Object.keys(alone), ...Object.keys(comparisons)]
const unknown = names.filter((name) => !known.includes(name))
if (unknown.length > 0 || !(Number.isInteger(rounds) && rounds > 0)) {
  console.error(`bench:server [-- [${[...new Set(known)].join('|')} …] [--rounds N] [--quick] [--json]]`)
  process.exit(2)
}
const isChosen = ([name]: [string, unknown]): boolean => names.length === 0 || names.includes(name)

/** Where it stands, for whoever waits: all of it takes three quarters of an hour. */
const startedAt = performance.now()
const tell = (what: string): void => {
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.error(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} ${what}`)
}

const built = spawnSync('npm', ['run', 'build', '--silent'], { stdio: ['ignore', 'ignore', 'inherit'] })
if (built.status !== 0) process.exit(1)

const figures: Figure[] = []
const taken: Record<string, Compared['taken']> = {}
const chosen = Object.entries(comparisons).filter(isChosen)
// The servers of these two keep to no core.
for (const [name, measure] of Object.entries(alone).filter(isChosen)) {
  tell(name)
  figures.push(...(await measure()))
}
if (chosen.length > 0) execFileSync('taskset', ['-a', '-p', '-c', '1', String(process.pid)], { stdio: 'ignore' })
for (const [name, measure] of chosen) {
  const compared = await compare(measure, rounds, isQuick, (round, server, what) =>
    tell(`${name}, round ${round + 1} of ${rounds}, ${server}: ${what}`),
  )
  figures.push(...compared.figures)
  taken[name] = compared.taken
  if (!asJson) console.log(`${name}\n${asValueTable(compared.taken)}\n`)
}

console.log(asJson ? JSON.stringify({ figures, taken }) : `${asTable(figures)}\n\nMeasured on ${machine()}.`)
tell('done')
process.exit(0)
