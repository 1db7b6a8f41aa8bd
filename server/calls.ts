import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCall, type Call } from '../src/domain/call.ts'
import { packageRoot, type Config } from './config.ts'
import { reasonOf, StartProblem } from './start-problem.ts'

/** The shipped calls and the operator's own, by id. Throws a StartProblem naming the broken file, path and reason. */
export const readCalls = ({
  callsDir,
  callsDirRequired,
}: Pick<Config, 'callsDir' | 'callsDirRequired'>): ReadonlyMap<string, Call> => {
  if (callsDirRequired && !existsSync(callsDir)) throw new StartProblem(`CALLS_DIR: there is no folder ${callsDir}`)
  return new Map([...readFolder(join(packageRoot(), 'server', 'calls')), ...readFolder(callsDir)])
}

const readFolder = (folder: string): Map<string, Call> => {
  const fileOfCall = new Map<string, string>()
  const calls = new Map<string, Call>()
  for (const name of listFolder(folder)) {
    const call = readCallFile(folder, name)
    const other = fileOfCall.get(call.id)
    if (other) throw new StartProblem(`${name}: id: "${call.id}" is already the id of ${other} in the same folder`)
    fileOfCall.set(call.id, name)
    calls.set(call.id, call)
  }
  return calls
}

const listFolder = (folder: string): string[] => {
  if (!existsSync(folder)) return []
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch (error) {
    throw new StartProblem(`CALLS_DIR: cannot read ${folder} (${reasonOf(error)})`)
  }
}

const readCallFile = (folder: string, name: string): Call => {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  } catch (error) {
    throw new StartProblem(`${name}: (whole file): cannot be read as JSON: ${reasonOf(error)}`)
  }
  const read = readCall(json)
  if (read.ok) return read.call
  const [first, ...others] = read.problems
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  throw new StartProblem(`${name}: ${first?.path}: ${first?.reason}${more}`)
}
