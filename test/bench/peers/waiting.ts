import { NotEnded, type Values } from './measure.ts'
import type { PeerServer } from './peer-servers.ts'

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Whether it came true within the limit. */
export const whenTrue = async (condition: () => boolean, limitMs: number): Promise<boolean> => {
  const end = performance.now() + limitMs
  while (!condition()) {
    if (performance.now() > end) return false
    await pause(1)
  }
  return true
}

/** The time that a server has for one piece of work, beginning now. */
export interface Deadline {
  /** Throws `NotEnded`, with what it has cost so far, when the time is over first. */
  until(condition: () => boolean): Promise<void>
}

export const startDeadline = (seconds: number, costSoFar: () => Values): Deadline => {
  const end = performance.now() + seconds * 1000
  return {
    until: async (condition) => {
      if (!(await whenTrue(condition, end - performance.now()))) throw new NotEnded(seconds, costSoFar())
    },
  }
}

/** Resolves when a server has nothing left to do, such as writing and compacting behind people's backs. */
export const whenQuiet = async (server: PeerServer, limitMs = 60_000): Promise<void> => {
  const end = performance.now() + limitMs
  let [quietFor, before] = [0, server.cpuMs()]
  while (quietFor < 8 && performance.now() < end) {
    await pause(500)
    const now = server.cpuMs()
    quietFor = now - before <= 20 ? quietFor + 1 : 0
    before = now
  }
}
