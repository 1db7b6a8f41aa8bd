/** A socket gets an answer to step 1 at once, and after that one per this time (rule 11 of protocol/README). */
export const answerPauseMs = 10_000

/** Passes the first question on at once. Of those that come too early the last is answered when the pause is over. */
export const createPacedAnswers = (answer: (stateVector: Uint8Array) => void): ((stateVector: Uint8Array) => void) => {
  let answeredAt = -Infinity
  let waiting: Uint8Array | null = null

  const answerNow = (stateVector: Uint8Array): void => {
    answeredAt = performance.now()
    answer(stateVector)
  }

  return (stateVector) => {
    const pauseMs = answeredAt + answerPauseMs - performance.now()
    if (waiting === null && pauseMs <= 0) return answerNow(stateVector)
    if (waiting === null) {
      setTimeout(() => {
        const latest = waiting
        waiting = null
        if (latest) answerNow(latest)
      }, pauseMs).unref()
    }
    waiting = stateVector
  }
}
