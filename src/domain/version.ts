import * as v from 'valibot'
import { personSchema } from './person.ts'

/** `named` by somebody, `automatic` when it was quiet after work, `agreement` because an organisation agreed to it. */
export const versionKinds = ['named', 'automatic', 'agreement'] as const
export type VersionKind = (typeof versionKinds)[number]

/** The longest name of a version, in characters. */
export const maxVersionName = 80

/** Made by whoever makes the version, so that what is sent twice is kept once. */
export const versionIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,40}$/))

/** One version of a draft as its people see it, without what it says. Times in ms since 1970. */
export const versionSchema = v.object({
  id: v.string(),
  kind: v.picklist(versionKinds),
  /** Empty for those nobody named. */
  name: v.string(),
  /** When it was made, by the clock of the device that made it; never later than the server got it. */
  madeAt: v.number(),
  /** Who made it; null for those the server made itself. */
  by: v.nullable(v.object({ memberId: v.string(), ...personSchema.entries })),
  /** Of what it says, see `fingerprint`. */
  fingerprint: v.string(),
  /** What it said was erased, with all deleted text of the draft. */
  isErased: v.boolean(),
})
export type Version = v.InferOutput<typeof versionSchema>

/** At most so many that people made are kept of one draft. */
export const maxMadeVersions = 500

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** No automatic version gets older. */
export const automaticVersionLifeMs = 365 * dayMs

/** Of automatic versions one is kept for each span that so old a version lies in: all, each day, each week. */
const spans = [
  { upToMs: 2 * dayMs, spanMs: 0 },
  { upToMs: 30 * dayMs, spanMs: dayMs },
  { upToMs: automaticVersionLifeMs, spanMs: 7 * dayMs },
]

/** However often people write, no more automatic ones are kept than this. */
const maxAutomatic = 120

/** Which automatic versions have had their time: the ids of those to remove. Of each span the newest one stays. */
export const outlived = (versions: readonly Pick<Version, 'id' | 'kind' | 'madeAt'>[], now: number): string[] => {
  const automatic = versions.filter(({ kind }) => kind === 'automatic').sort((a, b) => b.madeAt - a.madeAt)
  const kept = new Set<string>()
  const taken = new Set<string>()
  for (const { id, madeAt } of automatic) {
    const age = now - madeAt
    const span = spans.find(({ upToMs }) => age < upToMs)
    if (!span || kept.size >= maxAutomatic) continue
    const key = span.spanMs === 0 ? id : `${span.spanMs} ${Math.floor(madeAt / span.spanMs)}`
    if (taken.has(key)) continue
    taken.add(key)
    kept.add(id)
  }
  return automatic.flatMap(({ id }) => (kept.has(id) ? [] : [id]))
}
