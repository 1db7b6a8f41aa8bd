import * as v from 'valibot'
import { roles } from './role.ts'
import { sectors } from './sector.ts'
import { signings } from './signing.ts'

const shortText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))

/** Someone who writes: the name others see, the organisation they speak for and its sector. */
export const personSchema = v.object({
  name: shortText,
  organisation: shortText,
  sector: v.picklist(sectors),
})
export type Person = v.InferOutput<typeof personSchema>

/** Whether two people as they introduced themselves are one, in another tab or on another device. */
export const isSamePerson = (a: Omit<Person, 'sector'>, b: Omit<Person, 'sector'>): boolean =>
  a.name === b.name && a.organisation === b.organisation

/** A person within one draft. `id` is stable, names are not. `joinedAt` in ms since 1970. */
export const memberSchema = v.object({
  ...personSchema.entries,
  id: v.string(),
  role: v.picklist(roles),
  /** Whether they may agree for their organisation. */
  signing: v.optional(v.picklist(signings)),
  joinedAt: v.number(),
})
export type Member = v.InferOutput<typeof memberSchema>
