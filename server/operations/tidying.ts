import type { Logger } from 'pino'
import type { Store } from '../store/open-store.ts'
import type { Erasure } from './erasure.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Removes at once what has had its time. Drafts only where the operator set a period, and never by default. */
export const tidy = async (
  { access, record, maintenance }: Store,
  erasure: Pick<Erasure, 'eraseDraft'>,
  draftLifeDays: number | null,
  log: Logger,
  now: number,
): Promise<void> => {
  await access.removeSessionsExpiredBy(now)
  await record.removeHeldBackExpiredBy(now)
  const invitations = await maintenance.removeInvitationsExpiredBy(now)
  if (invitations > 0) log.info({ invitations }, 'unused invitations were removed')
  if (draftLifeDays === null) return
  for (const draftId of await maintenance.listDraftsIdleSince(now - draftLifeDays * dayMs)) {
    await erasure.eraseDraft(draftId)
    log.warn({ draftId, draftLifeDays }, 'a draft was erased because nothing had been written in it for so long')
  }
}

/** Tidies now and every hour. Returns what ends it. */
export const keepTidy = (
  store: Store,
  erasure: Pick<Erasure, 'eraseDraft'>,
  draftLifeDays: number | null,
  log: Logger,
): (() => void) => {
  const run = (): void => {
    tidy(store, erasure, draftLifeDays, log, Date.now()).catch((error: unknown) =>
      // Tried again in an hour.
      log.warn({ err: error }, 'tidying failed'),
    )
  }
  run()
  const timer = setInterval(run, hourMs)
  return () => clearInterval(timer)
}
