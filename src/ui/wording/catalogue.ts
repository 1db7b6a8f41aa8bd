import { elements } from './de/elements.ts'
import { shelf } from './de/shelf.ts'
import { start } from './de/start.ts'
import { join } from './de/join.ts'
import { draft } from './de/draft.ts'
import { team } from './de/team.ts'
import { connection } from './de/connection.ts'
import { access } from './de/access.ts'

/** The same sentences in another language: strings stay strings, functions keep their parameters; none may be missing. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Translated<T[K]>
}

/** Every sentence of the app, by the part of the app that says it. German is the original. */
export const german = { elements, shelf, start, join, draft, team, access, connection }
export type Catalogue = Translated<typeof german>
