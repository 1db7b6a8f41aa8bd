import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DraftId } from '../../domain/draft-id.ts'
import { lockedSince } from '../../domain/lease.ts'
import { readClockAhead } from '../../sync/server-clock.ts'
import { countWaiting } from '../count-waiting.ts'
import { deliverDraft } from '../deliver-draft.ts'
import type { Desk } from '../desk.ts'
import { hasText } from '../draft-here.ts'
import { rememberAccess } from '../join-draft.ts'
import type { BrowserReadiness } from './browser-readiness.ts'
import { judgeAll, type ReadyCheck, type ReadyFacts, type ReadyRepair } from './ready-checks.ts'

/** Whether one draft on this device will do without a network, as a screen shows it. */
export interface ReadinessView {
  title: string
  /** Null until everything was looked at once. */
  facts: ReadyFacts | null
  checks: readonly ReadyCheck[]
  /** What is being done at this moment; null while nothing is. */
  busy: ReadyRepair | 'checking' | null
  /** Of all repairs that were asked for together, how many are done. */
  progress: { done: number; all: number } | null
}

export interface Readiness {
  view: StoreApi<ReadinessView>
  check(): Promise<void>
  repair(repair: ReadyRepair): Promise<void>
  /** Does every repair there is, one after another, and looks again. */
  prepareAll(): Promise<void>
}

/** Looks at a device and a draft on it. Without a network it tells what was known last. */
export const createReadiness = (desk: Desk, draftId: DraftId, browser: BrowserReadiness): Readiness => {
  const view = createStore<ReadinessView>(() => ({ title: '', facts: null, checks: [], busy: null, progress: null }))
  const { deviceStore, surroundings, api } = desk

  const readDraft = async (): Promise<{ title: string; draft: ReadyFacts['draft'] }> => {
    const record = await deviceStore.readDraft(draftId)
    const live = await desk.drafts.get(draftId)
    const isHere = await hasText(desk, draftId, record)
    const waiting = await countWaiting(desk, draftId)
    const hasTalk = Boolean(live?.record().talkHeardAt ?? record?.talkHeardAt)
    const lastContactAt = live?.record().lastContactAt ?? record?.lastContactAt ?? null
    const title = live?.summary().title ?? record?.title ?? ''
    const isLocked = record !== null && lockedSince({ ...record, lastContactAt }, Date.now()) !== null
    return { title, draft: { isHere, hasTalk, isLocked, waiting, lastContactAt } }
  }

  /** As the server says, or as it last said; 0 when it says that there is none. */
  const readSessionEnd = async (): Promise<number | null> => {
    const listed = await api.team.listSessions()
    const known = (await deviceStore.readDraft(draftId))?.sessionEndsAt ?? null
    if (!listed.ok) return listed.refusal === 'signed-out' ? 0 : known
    const endsAt = listed.value.find(({ current }) => current)?.expiresAt ?? 0
    await deviceStore.changeDraft(draftId, { sessionEndsAt: endsAt })
    return endsAt
  }

  const look = async (): Promise<void> => {
    const [{ title, draft }, shell, isPersistent, freeBytes, sessionEndsAt, clockAheadMs] = await Promise.all([
      readDraft(),
      browser.shell(false),
      browser.isPersistent(),
      browser.freeBytes(),
      readSessionEnd(),
      readClockAhead(surroundings.origin, surroundings.fetch),
    ])
    const kept = { deviceKeeps: deviceStore.keeps, isPersistent, isEvictable: browser.isEvictable() }
    const facts = { now: Date.now(), shell, draft, ...kept, freeBytes, sessionEndsAt, clockAheadMs }
    view.setState({ title, facts, checks: judgeAll(facts) })
  }

  const act: Record<ReadyRepair, () => Promise<unknown>> = {
    'fetch-app': () => browser.shell(true),
    'fetch-draft': async () => {
      if ((await deviceStore.readDraft(draftId)) === null) {
        const access = await api.readAccess(draftId)
        if (access.ok) await rememberAccess(desk, access.value)
      }
      await deliverDraft(desk, draftId)
    },
    persist: () => browser.persist(),
    // Whoever is seen goes on for thirty days.
    'refresh-session': () => api.readAccess(draftId),
  }

  const during = async (busy: ReadinessView['busy'], work: () => Promise<unknown>): Promise<void> => {
    if (view.getState().busy !== null) return
    view.setState({ busy })
    // Whatever fails is seen in the checks.
    await work().catch(() => null)
    view.setState({ busy: null, progress: null })
  }

  return {
    view,
    check: () => during('checking', look),
    repair: (repair) =>
      during(repair, async () => {
        await act[repair]().catch(() => null)
        await look()
      }),
    prepareAll: () =>
      during('checking', async () => {
        await look()
        const repairs = [...new Set(view.getState().checks.flatMap(({ repair }) => repair ?? []))]
        for (const [done, repair] of repairs.entries()) {
          view.setState({ busy: repair, progress: { done, all: repairs.length } })
          await act[repair]().catch(() => null)
          await look()
        }
      }),
  }
}
