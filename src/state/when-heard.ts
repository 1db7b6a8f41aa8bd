import type { DraftSync } from '../sync/draft-sync.ts'

/** Resolves when the server has told what it has or has refused, at the latest after `limitMs`. */
export const whenHeard = (sync: DraftSync, limitMs: number): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!['live', 'refused'].includes(sync.state().name)) return
      clearTimeout(end)
      stop()
      resolve()
    }
    const end = setTimeout(() => {
      stop()
      resolve()
    }, limitMs)
    const stop = sync.onState(look)
    look()
  })
