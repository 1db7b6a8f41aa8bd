import { jittered } from './jitter.ts'

const firstRetryMs = 200
export const longestRetryMs = 30_000

/** Until the next try after so many in a row that failed: 0.2, 0.4, 0.8 … 30 s, each half to all of that. */
export const retryDelayMs = (failures: number): number =>
  jittered(Math.min(firstRetryMs * 2 ** Math.min(failures, 20), longestRetryMs))
