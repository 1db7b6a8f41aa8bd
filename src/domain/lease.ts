/** A copy of a draft opens without its server for so long after the last contact. */
export const leaseMs = 30 * 86_400_000

/** When the server last answered for a copy, in ms since 1970 by the clock of the device; null is never. */
export interface LastAnswers {
  /** It was heard, and its text taken in. */
  lastContactAt: number | null
  /** It answered, if only that it does not know this device any more. */
  answeredAt?: number | null | undefined
}

const lastAnswerAt = ({ lastContactAt, answeredAt }: LastAnswers): number | null =>
  lastContactAt === null ? (answeredAt ?? null) : Math.max(lastContactAt, answeredAt ?? 0)

/**
 * Since when a copy has had no contact, where that is so long that it asks for the server before it opens; else null. So
 * devices that nobody uses any more do not lie about with open drafts: tidiness, not security. Nothing is ever deleted,
 * what was begun here and no server has is never locked, and neither is a copy whose contact lies ahead of a clock that
 * was put back; one that was put forward locks only until it is put right.
 */
export const lockedSince = (answers: LastAnswers, nowMs: number): number | null => {
  const last = lastAnswerAt(answers)
  return last !== null && nowMs - last > leaseMs ? last : null
}

/** Whether an answer of this moment is worth remembering: by the day is enough, also after a clock was put right. */
export const isAnswerNews = (answers: LastAnswers, nowMs: number): boolean => {
  const last = lastAnswerAt(answers)
  return last === null || Math.abs(nowMs - last) > dayMs
}

const dayMs = 86_400_000
