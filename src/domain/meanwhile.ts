import * as v from 'valibot'
import { personSchema } from './person.ts'

const fact = v.nullable(v.union([v.string(), v.number(), v.boolean()]))

/** Sentences of one section that others changed; `mine` is null where this person left them alone. */
const changeSchema = v.object({
  before: v.string(),
  theirs: v.string(),
  mine: v.nullable(v.string()),
  now: v.string(),
  /** Yjs client ids of those who wrote; empty where something was only struck out. */
  by: v.array(v.number()),
})

/** A field that others set or, null, took away. `alsoMine` says whether this person had set it to `mine`. */
const factChangeSchema = v.object({
  key: v.string(),
  before: fact,
  theirs: fact,
  mine: fact,
  alsoMine: v.boolean(),
  now: fact,
  by: v.array(v.number()),
})

/** What others changed in a draft while this person was away, until they have looked at it. Times in ms since 1970. */
export const meanwhileSchema = v.object({
  /** Up to when this person had seen everything. */
  since: v.number(),
  /** When they came back. */
  until: v.number(),
  sections: v.array(v.object({ sectionId: v.string(), changes: v.array(changeSchema) })),
  facts: v.array(factChangeSchema),
  /** Who is behind the client ids, as far as the server has told. */
  people: v.array(v.object({ clientId: v.number(), isMe: v.boolean(), ...personSchema.entries })),
})
export type Meanwhile = v.InferOutput<typeof meanwhileSchema>
export type MeanwhileChange = v.InferOutput<typeof changeSchema>
export type MeanwhileFact = v.InferOutput<typeof factChangeSchema>

/** Joins what happened during two absences, where the first was not looked at yet. */
export const joinMeanwhile = (earlier: Meanwhile | null, later: Meanwhile): Meanwhile => {
  if (earlier === null) return later
  const ids = new Set([...earlier.sections, ...later.sections].map(({ sectionId }) => sectionId))
  const keys = new Set([...earlier.facts, ...later.facts].map(({ key }) => key))
  const people = new Map([...earlier.people, ...later.people].map((person) => [person.clientId, person]))
  const of = ({ sections }: Meanwhile, id: string) => sections.find(({ sectionId }) => sectionId === id)?.changes ?? []
  return {
    since: earlier.since,
    until: later.until,
    sections: [...ids].map((sectionId) => ({
      sectionId,
      changes: joinChanges(of(earlier, sectionId), of(later, sectionId)),
    })),
    facts: [...keys].flatMap((key) => {
      const [a, b] = [earlier.facts.find((each) => each.key === key), later.facts.find((each) => each.key === key)]
      return a && b ? [join(a, b, a.alsoMine ? a : b)] : [(a ?? b) as MeanwhileFact]
    }),
    people: [...people.values()],
  }
}

/** A sentence that was changed twice is told once. */
const joinChanges = (earlier: readonly MeanwhileChange[], later: readonly MeanwhileChange[]): MeanwhileChange[] => {
  const left = [...later]
  const joined = earlier.map((change) => {
    const index = change.now === '' ? -1 : left.findIndex(({ before }) => before === change.now)
    const [next] = index < 0 ? [] : left.splice(index, 1)
    return next ? join(change, next, { mine: change.mine ?? next.mine }) : change
  })
  return [...joined, ...left]
}

const join = <T extends { before: unknown; by: number[] }>(earlier: T, later: T, kept: Partial<T>): T => ({
  ...later,
  ...('mine' in kept && { mine: kept.mine }),
  ...('alsoMine' in kept && { alsoMine: kept.alsoMine }),
  before: earlier.before,
  by: [...new Set([...earlier.by, ...later.by])],
})

/** Without what is only this person's own, from another of their devices; null where nothing is left. */
export const withoutOwn = (meanwhile: Meanwhile, own: ReadonlySet<number>): Meanwhile | null => {
  const mine = new Set([...own, ...meanwhile.people.filter(({ isMe }) => isMe).map(({ clientId }) => clientId)])
  const isForeign = ({ by }: { by: number[] }): boolean => by.length === 0 || by.some((id) => !mine.has(id))
  const sections = meanwhile.sections
    .map(({ sectionId, changes }) => ({
      sectionId,
      changes: changes.filter((change) => change.mine !== null || isForeign(change)),
    }))
    .filter(({ changes }) => changes.length > 0)
  const facts = meanwhile.facts.filter((change) => change.alsoMine || isForeign(change))
  return sections.length + facts.length === 0 ? null : { ...meanwhile, sections, facts }
}
