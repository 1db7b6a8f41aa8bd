/** Where a count stands: far from the limit, in its last tenth, above it. */
export type LimitBand = 'free' | 'near' | 'over'

export const limitBand = (count: number, limit: number): LimitBand =>
  count > limit ? 'over' : count >= limit * 0.9 ? 'near' : 'free'

/** What is worth saying when the count moves from one band to another; null when nothing is. */
export const limitNews = (before: LimitBand, now: LimitBand): 'near' | 'over' | 'within' | null => {
  if (before === now) return null
  if (now === 'over') return 'over'
  if (before === 'over') return 'within'
  return now === 'near' ? 'near' : null
}
