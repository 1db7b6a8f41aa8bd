import type { Logger } from 'pino'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Store } from '../store/open-store.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** How often it is looked for drafts that have been quiet long enough. */
const lookEveryMs = 5 * minuteMs
/** So long nobody has written: the work is done for now. */
const quietMs = 30 * minuteMs

/** Makes a version of each draft in which work has come to rest, or has gone on for a day. How many were looked at. */
export const makeDueVersions = async (
  { versions }: Pick<Store, 'versions'>,
  make: (draftId: DraftId) => Promise<void>,
  log: Logger,
  now: number,
): Promise<number> => {
  const due = await versions.listDue(now - quietMs, now - dayMs)
  for (const { draftId, seq } of due) {
    // One that cannot be read must not be tried again and again: it is looked at when somebody has written in it.
    await make(draftId).catch((error: unknown) => log.warn({ err: error, draftId }, 'no automatic version'))
    await versions.noteLooked(draftId, seq)
  }
  return due.length
}

/** Looks now and every few minutes. Returns what ends it, once what is under way is done. */
export const keepVersions = (
  store: Pick<Store, 'versions'>,
  make: (draftId: DraftId) => Promise<void>,
  log: Logger,
): (() => Promise<void>) => {
  let underWay: Promise<unknown> | null = null
  const look = (): void => {
    underWay ??= makeDueVersions(store, make, log, Date.now())
      .catch((error: unknown) => log.warn({ err: error }, 'looking for versions to make failed'))
      .finally(() => (underWay = null))
  }
  look()
  const timer = setInterval(look, lookEveryMs)
  return async () => {
    clearInterval(timer)
    await underWay
  }
}
