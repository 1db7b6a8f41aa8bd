import type { Refusal } from '../../domain/refusal.ts'
import type { Version } from '../../domain/version.ts'
import type { KeptVersion } from '../../storage/kept-versions.ts'

/** A version as the screen lists it. */
export interface VersionEntry extends Version {
  /** Made here, and the server has not got it yet. */
  isWaiting: boolean
  /** What it says is on this device. */
  isHere: boolean
  /** Made by this device for itself, while it was alone. */
  isOwn: boolean
  /** Why the server does not take it; null while it has not said so. */
  refusal: Refusal | null
}

/** What is kept here once the server has told what it has; `me` is this person's id in the draft. */
export const withServers = (
  kept: readonly KeptVersion[],
  told: readonly Version[],
  me: string | null,
): KeptVersion[] => {
  const byId = new Map(kept.map((version) => [version.id, version]))
  const onServer = told.map((version): KeptVersion => {
    const state = version.isErased ? null : (byId.get(version.id)?.state ?? null)
    return { ...version, state, isWaiting: false, isOwn: false }
  })
  const ids = new Set(told.map(({ id }) => id))
  const missing = kept.filter(({ id }) => !ids.has(id))
  return [...onServer, ...missing.flatMap((version) => whatStays(version, me))]
}

/** A server that was restored from a backup lacks what it had taken: it is told again. */
const whatStays = (version: KeptVersion, me: string | null): KeptVersion[] => {
  if (version.isWaiting || version.isOwn) return [version]
  const isMine = version.by !== null && version.by.memberId === me
  return isMine && version.kind !== 'automatic' && version.state !== null ? [{ ...version, isWaiting: true }] : []
}

/**
 * The list, newest first. Of automatic ones that say the same as the one before only the older stays: it says since when
 * it read so.
 */
export const listEntries = (kept: readonly KeptVersion[], refusals: ReadonlyMap<string, Refusal>): VersionEntry[] => {
  const sorted = [...kept].sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1))
  return sorted
    .filter(({ kind, fingerprint }, index) => kind !== 'automatic' || sorted[index + 1]?.fingerprint !== fingerprint)
    .map(({ state, ...version }) => ({ ...version, isHere: state !== null, refusal: refusals.get(version.id) ?? null }))
}
