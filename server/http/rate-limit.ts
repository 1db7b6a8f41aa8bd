/** Lets each key do something so often, with room for a burst as large as the limit. */
export interface RateLimit {
  /** How long the key has to wait, in ms; 0 when it may go on. Counts nothing. */
  waitMs(key: string, now: number): number
  /** Counts one. */
  spend(key: string, now: number): void
  /** Takes one back that turned out not to count. */
  refund(key: string, now: number): void
}

/** So many keys are remembered; whoever changes their address oftener than that pushes others out, not the process down. */
const maxKeys = 10_000

/** At most `count` at once; what was spent comes back evenly over `perMs`. */
export const createRateLimit = (count: number, perMs: number): RateLimit => {
  const spentByKey = new Map<string, { spent: number; at: number }>()

  const spentAt = (key: string, now: number): number => {
    const entry = spentByKey.get(key)
    // A clock set back must not lock anyone out.
    return entry ? Math.max(0, entry.spent - (Math.max(0, now - entry.at) * count) / perMs) : 0
  }

  const add = (key: string, amount: number, now: number): void => {
    const spent = spentAt(key, now) + amount
    spentByKey.delete(key)
    if (spent > 0) spentByKey.set(key, { spent, at: now })
    const [oldest] = spentByKey.keys()
    if (spentByKey.size > maxKeys && oldest !== undefined) spentByKey.delete(oldest)
  }

  return {
    waitMs: (key, now) => Math.max(0, Math.ceil(((spentAt(key, now) + 1 - count) * perMs) / count)),
    spend: (key, now) => add(key, 1, now),
    refund: (key, now) => add(key, -1, now),
  }
}
