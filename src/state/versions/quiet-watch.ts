import type { LiveDraft } from '../live-draft.ts'

/** Nobody has written for so long: the work is done for now. */
const quietMs = 30 * 60_000
const lookEveryMs = 60_000
const dayMs = 86_400_000

export interface QuietWatch {
  /** To be called now and then, with the time in ms since 1970. */
  look(nowMs: number): void
  close(): void
}

/**
 * Tells when a draft is worth keeping while the server, which does the same, cannot be reached: once work has come to
 * rest, and at once where the newest version is older than a day, before anything is written on top.
 */
export const watchQuiet = (live: LiveDraft, newestAt: number, keep: () => void): QuietWatch => {
  let changedAt: number | null = null
  const isAlone = (): boolean => live.facts().connection.name !== 'live'

  const look = (nowMs: number): void => {
    if (changedAt === null || nowMs - changedAt < quietMs) return
    changedAt = null
    if (isAlone()) keep()
  }
  // Inside a Yjs event.
  const note = (): void => {
    changedAt = Date.now()
  }
  live.doc.on('update', note)
  const looking = setInterval(() => look(Date.now()), lookEveryMs)
  if (isAlone() && Date.now() - newestAt >= dayMs) keep()

  return {
    look,
    close: () => {
      clearInterval(looking)
      live.doc.off('update', note)
    },
  }
}
