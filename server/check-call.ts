import { readFileSync } from 'node:fs'
import { readCall, type CallProblem } from '../src/domain/call.ts'
import { findContradictions } from '../src/domain/call-contradictions.ts'
import { reasonOf } from './start-problem.ts'

/** `npm run check-call FILE`: one line for each problem, path and reason; exit code 1 where there is one, 2 for misuse. */
const check = (file: string): CallProblem[] => {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return [{ path: '(whole file)', reason: `cannot be read as JSON: ${reasonOf(error)}` }]
  }
  const read = readCall(json)
  return read.ok ? findContradictions(read.call) : read.problems
}

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: npm run check-call -- <file> [<file> …]')
  process.exitCode = 2
}
for (const file of files) {
  const problems = check(file)
  for (const { path, reason } of problems) console.error(`${file}: ${path}: ${reason}`)
  if (problems.length > 0) process.exitCode = 1
  else console.log(`${file}: a call that can be used`)
}
