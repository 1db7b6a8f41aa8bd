/** Half to all of a delay, so that a server coming back is not met by everyone at once. */
export const jittered = (delayMs: number): number => delayMs * (0.5 + Math.random() / 2)
