import type { Logger } from 'pino'
import { automaticVersionLifeMs } from '../../src/domain/version.ts'
import type { Store } from '../store/open-store.ts'
import { announceEnds, createDraftEnd } from './draft-end.ts'
import type { Erasure } from './erasure.ts'
import { removeReplacedBefore } from './replaced-databases.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** An address that nobody confirmed is nobody's. */
const mailConfirmLifeMs = 3 * dayMs

/** No line of an audit trail gets older; removed a month at a time, because each removal is a line of its own. */
const trailLifeDays = 365
const trailStepDays = 30

/** Removes at once what has had its time. Drafts only where the operator set a period, and never by default. */
export const tidy = async (
  store: Store,
  erasure: Pick<Erasure, 'eraseDraft'>,
  draftLifeDays: number | null,
  log: Logger,
  now: number,
): Promise<void> => {
  const { access, record, versions, maintenance } = store
  await access.removeSessionsExpiredBy(now)
  await record.removeHeldBackExpiredBy(now)
  await versions.removeAutomaticBefore(now - automaticVersionLifeMs)
  await record.shortenTrails(now - trailLifeDays * dayMs, now - (trailLifeDays - trailStepDays) * dayMs, now)
  await store.mail.removeUnconfirmedBefore(now - mailConfirmLifeMs)
  const invitations = await maintenance.removeInvitationsExpiredBy(now)
  if (invitations > 0) log.info({ invitations }, 'unused invitations were removed')
  if (draftLifeDays === null) return
  for (const draftId of await announceEnds(store, draftLifeDays, now)) {
    log.warn({ draftId, draftLifeDays }, 'a draft will be erased within a month unless somebody writes in it')
  }
  const findEnd = createDraftEnd(store, draftLifeDays)
  for (const draftId of await maintenance.listDraftsIdleSince(now - draftLifeDays * dayMs)) {
    if (((await findEnd(draftId, now)) ?? Infinity) > now) continue
    await erasure.eraseDraft(draftId)
    log.warn({ draftId, draftLifeDays }, 'a draft was erased because nothing had been written in it for so long')
  }
}

/** Tidies now and every hour, while the clock can be trusted. Returns what ends it. */
export const keepTidy = (
  store: Store,
  erasure: Pick<Erasure, 'eraseDraft'>,
  { dataDir, draftLifeDays }: { dataDir: string; draftLifeDays: number | null },
  isClockTrue: (now: number) => Promise<boolean>,
  log: Logger,
): (() => void) => {
  const tidyAll = async (now: number): Promise<void> => {
    if (!(await isClockTrue(now))) {
      log.warn({ now: new Date(now).toISOString() }, 'the clock has jumped ahead: nothing old is removed for a day')
      return
    }
    const replaced = removeReplacedBefore(dataDir, now)
    if (replaced > 0) log.info({ replaced }, 'databases kept from before a restore were removed')
    await tidy(store, erasure, draftLifeDays, log, now)
  }
  const run = (): void => {
    tidyAll(Date.now()).catch((error: unknown) =>
      // Tried again in an hour.
      log.warn({ err: error }, 'tidying failed'),
    )
  }
  run()
  const timer = setInterval(run, hourMs)
  return () => clearInterval(timer)
}
