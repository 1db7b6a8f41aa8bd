import * as v from 'valibot'
import { personSchema, type Person } from '../domain/person.ts'

/** Where someone's caret is: a section and two Yjs relative positions as JSON, or only that they look at a section. */
export interface Place {
  sectionId: string
  anchor: unknown
  head: unknown
}

export interface Presence {
  person: Person
  place: Place | null
  /** The key of the field they are in. */
  field: string | null
}

const presenceSchema = v.object({
  person: personSchema,
  place: v.nullish(
    v.object({ sectionId: v.pipe(v.string(), v.maxLength(60)), anchor: v.unknown(), head: v.unknown() }),
    null,
  ),
  field: v.nullish(v.pipe(v.string(), v.maxLength(120)), null),
})

/** Reads another page's awareness state; null when it is not one of ours. Own state has `person`, `place` and `field`. */
export const readPresence = (state: unknown): Presence | null => {
  const parsed = v.safeParse(presenceSchema, state)
  return parsed.success ? parsed.output : null
}
