/** A page somebody looks at asks a line that has been silent for so long whether it lives; one in the background later. */
const seenSilenceMs = 2_000
const unseenSilenceMs = 15_000

export const silenceMs = (isVisible: boolean): number => (isVisible ? seenSilenceMs : unseenSilenceMs)

/** An answer takes long although the line lives. */
const slowAnswerMs = 5_000
const deadLineMs = 10_000

/** On a line on which nothing else is heard either, a question is enough after less. */
const doubtfulAnswerMs = 2_000
const silentLineMs = 4_000
const silentDeadLineMs = 8_000

/**
 * What is to be thought of a line on which a question has waited for so long (0 without one) and nothing at all was heard
 * for so long. `slow`: it lives, but its answers take long. `silent`: nobody is known to be there. `dead`: replace it.
 */
export const lineHealth = (waitedMs: number, silentMs: number): 'well' | 'slow' | 'silent' | 'dead' => {
  if (waitedMs > deadLineMs || (waitedMs > slowAnswerMs && silentMs > silentDeadLineMs)) return 'dead'
  if (waitedMs > doubtfulAnswerMs && silentMs > silentLineMs) return 'silent'
  return waitedMs > slowAnswerMs ? 'slow' : 'well'
}
