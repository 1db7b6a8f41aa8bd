import { createPlaceCheck, fits, type Content, type Place } from '../../../src/document/flat-shape.ts'
import type { Claims } from '../../store/draft-store.ts'
import type { Author, WhyRefused } from './gate.ts'
import type { Block } from './update-reader.ts'

/** What belongs into a document of one kind, beside what the gate asks of every update. */
export interface Shape<Writer extends Author = Author> {
  /** Whether there may be such a root, or such a key of it. */
  mayBe(root: string, key: string | null): boolean
  /** Whether this may be at a place that may be. */
  fits(place: Place, content: Content): boolean
  /** So many sections and keys it may have. */
  maxPlaces: number
  /** Why nothing of this may come in. All of it is new, complete and fits its place. */
  judge?(fresh: readonly Block[], deletes: boolean, author: Writer): WhyRefused | null
  /** Takes note of what has come in; `claims` say who writes under which client id. */
  take?(fresh: readonly Block[], claims: Claims): void
}

/** Sections and keys of fields that one draft may have: hundreds of partners. */
const maxPlaces = 5000

/** A draft's content; without a call any well-formed section is one. */
export const contentShape = (sections: readonly string[] | null): Shape => ({
  mayBe: createPlaceCheck(sections),
  fits,
  maxPlaces,
})
