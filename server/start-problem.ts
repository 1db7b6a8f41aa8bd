/** Something the operator can mend: a setting, a folder, a port, a call file. `message` is one line naming which and why. */
export class StartProblem extends Error {}

/** The reason of a failed system call in one line without a stack. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? 'unknown reason'
