import type { Call } from '../../domain/call.ts'
import { personSchema, type Person } from '../../domain/person.ts'
import type { Sector } from '../../domain/sector.ts'
import * as v from 'valibot'

/** What the form holds while it is filled in. */
export interface StartValues {
  callId: string
  title: string
  name: string
  organisation: string
  sector: Sector | null
}

export type StartProblem = 'missing' | 'too-long'
export type StartProblems = Partial<Record<'title' | 'name' | 'organisation' | 'sector', StartProblem>>

/** The longest name, organisation or place the app takes, in characters. */
export const longestName = 120

const problemOf = (value: string): StartProblem | null =>
  value.trim() === '' ? 'missing' : value.trim().length > longestName ? 'too-long' : null

/** Checks what was filled in: the person and the draft's title, or what is wrong with which field. */
export const readStart = (
  values: StartValues,
  call: Call,
): { ok: true; title: string; person: Person } | { ok: false; problems: StartProblems } => {
  const problems: StartProblems = {}
  for (const key of ['title', 'name', 'organisation'] as const) {
    const problem = problemOf(values[key])
    if (problem) problems[key] = problem
  }
  const sectorFits = call.partners.sectors.some((sector) => sector.id === values.sector)
  if (!sectorFits) problems.sector = 'missing'
  const person = v.safeParse(personSchema, values)
  if (Object.keys(problems).length > 0 || !person.success) return { ok: false, problems }
  return { ok: true, title: values.title.trim(), person: person.output }
}
