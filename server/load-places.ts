import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isRealDay } from '../src/domain/iso-day.ts'
import { readConfig } from './config.ts'
import { writePlaces } from './places/places-file.ts'
import { readRegister } from './places/read-register.ts'
import { readSheets } from './places/read-sheet.ts'
import { reasonOf } from './start-problem.ts'

const usage = 'usage: npm run load-places -- <register.xlsx or .csv> [--date YYYY-MM-DD] [--source "…"]'

/** `npm run load-places -- FILE`: one line, exit code 0 done, 1 where the file is no register, 2 for misuse. */
const load = (words: readonly string[]): void => {
  const options = { date: { type: 'string' }, source: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Error('name one file')
  const { date, source } = values
  if (date !== undefined && !isRealDay(date)) throw new Error(`--date: must be a day such as 2023-12-31 (is "${date}")`)
  try {
    const register = readRegister(readSheets(new Uint8Array(readFileSync(file))), { date, source: source?.trim() })
    const { dataDir } = readConfig(process.env)
    writePlaces(dataDir, register)
    console.log(
      `${register.places.length} places from ${file}, inhabitants of ${register.date}, source: ${register.source}`,
    )
  } catch (error) {
    console.error(`${file}: ${reasonOf(error)}`)
    process.exitCode = 1
  }
}

try {
  load(process.argv.slice(2))
} catch (error) {
  console.error(`${reasonOf(error)}\n${usage}`)
  process.exitCode = 2
}
