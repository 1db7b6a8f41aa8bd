import { asTable, machine, type Figure } from './figure.ts'
import { measureGate } from './gate.ts'

/** `npm run bench:server`: a table; with `-- --json` one line of JSON. Words select measures: `-- gate`. */
const measures: Record<string, () => Figure[] | Promise<Figure[]>> = {
  gate: measureGate,
}

const words = process.argv.slice(2)
const asJson = words.includes('--json')
const chosen = Object.entries(measures).filter(
  ([name]) => words.every((word) => word.startsWith('--')) || words.includes(name),
)

const figures: Figure[] = []
for (const [, measure] of chosen) figures.push(...(await measure()))

console.log(asJson ? JSON.stringify({ figures }) : `${asTable(figures)}\n\nMeasured on ${machine()}.`)
process.exit(0)
