import type { Maintenance } from '../store/maintenance.ts'

/** Why no new visitors should be sent here. */
export type Obstacle = 'stopping' | 'overloaded' | 'store'

/** Answers at most once a second, so that asking costs the disk nothing. */
const freshMs = 1000

/** Tells whether the server can take on work; null when it can. Writes to the store to find out. */
export const createReadiness = (
  maintenance: Pick<Maintenance, 'checkWritable'>,
  isOverloaded: () => boolean,
  isStopping: () => boolean,
): (() => Promise<Obstacle | null>) => {
  let known: { at: number; store: Promise<Obstacle | null> } | null = null
  const askStore = (): Promise<Obstacle | null> =>
    maintenance.checkWritable(Date.now()).then(
      () => null,
      () => 'store' as const,
    )
  return async () => {
    if (isStopping()) return 'stopping'
    if (isOverloaded()) return 'overloaded'
    const now = performance.now()
    if (!known || now - known.at > freshMs) known = { at: now, store: askStore() }
    return known.store
  }
}
