/** What everyone's frames together get of one turn of the event loop, in ms. */
const turnMs = 8

/** Frames that one socket may have read before it is the next one's turn. */
const framesAtOnce = 32

/** One socket's frames, in order. */
export interface Lane {
  /** Reads the frame now, or after those before it in a later turn. */
  take(frame: Buffer): void
  isEmpty(): boolean
  /** Resolves when nothing waits any more. */
  whenEmpty(): Promise<void>
}

/**
 * Shares the event loop among sockets. A socket hands over up to 64 KiB at once, which may be two thousand key presses:
 * read in one go they hold everybody up for as long as it takes to judge them all.
 */
export const createFrameTurns = (): { open(read: (frame: Buffer) => void): Lane } => {
  /** Who has frames left, next first. */
  const waiting = new Set<() => boolean>()
  let endsAt: number | null = null

  /** Whether this turn has time left. The first to ask in a turn begins it. */
  const hasTime = (): boolean => {
    if (endsAt !== null) return performance.now() < endsAt
    endsAt = performance.now() + turnMs
    setImmediate(() => {
      endsAt = null
      readWaiting()
    })
    return true
  }

  const readWaiting = (): void => {
    for (let [next] = waiting; next && hasTime(); [next] = waiting) {
      waiting.delete(next)
      if (!next()) waiting.add(next)
    }
  }

  return {
    open: (read) => {
      const frames: Buffer[] = []
      const told: (() => void)[] = []

      /** Whether nothing is left. */
      const readSome = (): boolean => {
        for (const frame of frames.splice(0, framesAtOnce)) read(frame)
        if (frames.length > 0) return false
        for (const tell of told.splice(0)) tell()
        return true
      }

      return {
        take: (frame) => {
          if (frames.length === 0 && hasTime()) return read(frame)
          frames.push(frame)
          waiting.add(readSome)
        },
        isEmpty: () => frames.length === 0,
        whenEmpty: () =>
          frames.length === 0 ? Promise.resolve() : new Promise((resolve) => told.push(() => resolve())),
      }
    },
  }
}
