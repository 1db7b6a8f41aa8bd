import { readdirSync, readFileSync } from 'node:fs'
import { readCall, type Call } from '../../src/domain/call.ts'

const folder = 'server/calls'

/** The calls that ship with the project, by id. */
export const shippedCalls: ReadonlyMap<string, Call> = new Map(
  readdirSync(folder).map((name) => {
    const read = readCall(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')))
    if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems)}`)
    return [read.call.id, read.call]
  }),
)

export const callNamed = (id: string): Call => {
  const call = shippedCalls.get(id)
  if (!call) throw new Error(`no call ${id}`)
  return call
}
