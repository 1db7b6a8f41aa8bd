/** How long after a restore devices may bring back what others wrote: as long as most stay away at most. */
const recoveryMs = 30 * 86_400_000

/** Whether devices may still know more than a server that was restored from a backup. `restoredAt`: null when never. */
export const isRecovering = (restoredAt: number | null): boolean =>
  restoredAt !== null && Date.now() - restoredAt < recoveryMs
