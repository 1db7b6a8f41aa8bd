import type { Maintenance } from '../store/maintenance.ts'

const dayMs = 86_400_000

/** A server may be off over a long weekend before anybody wonders. */
const mostJumpMs = 4 * dayMs

/** A clock that jumped is believed after it has gone on evenly for so long: by then somebody has read the warnings. */
const doubtMs = dayMs

/**
 * Whether the clock may be trusted with removing what is old: one that jumped ahead by years would make everything old at
 * once. Compares it with `elapsed`, which never jumps, and after a start with the last time that was trusted.
 */
export const createClockCheck = (
  maintenance: Pick<Maintenance, 'tidiedAt' | 'noteTidied'>,
  elapsed: () => number = () => performance.now(),
): ((now: number) => Promise<boolean>) => {
  let trusted: { now: number; elapsed: number } | null = null
  let doubtedSince: number | null = null

  return async (now) => {
    const at = elapsed()
    const expected = trusted ? trusted.now + at - trusted.elapsed : await maintenance.tidiedAt()
    if (expected !== null && now - expected > mostJumpMs) {
      doubtedSince ??= at
      if (at - doubtedSince < doubtMs) return false
    }
    doubtedSince = null
    trusted = { now, elapsed: at }
    await maintenance.noteTidied(now)
    return true
  }
}
