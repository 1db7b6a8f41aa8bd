import type { Call } from '../domain/call.ts'
import { isDraftId } from '../domain/draft-id.ts'
import { lockedSince } from '../domain/lease.ts'
import type { Refusal } from '../domain/refusal.ts'
import { may } from '../domain/role.ts'
import type { DraftRecord } from '../storage/draft-record.ts'
import type { MyDraft } from '../sync/http-api.ts'
import type { SafetyFacts } from './safety-status.ts'
import { safetyStatus } from './safety-status.ts'
import type { ShelfEntry } from './shelf-view.ts'

/** What is known of one draft when the shelf is drawn. */
export interface ShelfFacts {
  calls: readonly Call[]
  /** Whether the server answered just now; null while it is being asked. */
  reachable: boolean | null
  deviceKeeps: boolean
}

/** An entry from this device's record. `open` are the facts of the draft while it is at work in this page. */
export const entryFromRecord = (
  record: DraftRecord,
  { calls, reachable, deviceKeeps }: ShelfFacts,
  now: { open: SafetyFacts | null; waiting: number; refusal: Refusal | null },
): ShelfEntry => {
  const { draftId, callId, me, access, startedAt, lastStoredAt, lastContactAt } = record
  const facts = now.open ?? {
    storage: deviceKeeps ? ({ name: 'kept' } as const) : ({ name: 'memory' } as const),
    lacks: false,
    connection: now.refusal ? ({ name: 'refused', refusal: now.refusal } as const) : lineOf(reachable),
    waiting: now.waiting,
    lastStoredAt,
    lastContactAt,
  }
  return {
    draftId,
    call: calls.find(({ id }) => id === callId) ?? null,
    title: record.title,
    partners: record.partners,
    progress: record.progress,
    me,
    members: access?.members ?? [{ ...me, id: 'me', role: 'owner', joinedAt: startedAt }],
    mayWrite: may(access?.me.role ?? 'owner', 'write-content'),
    openedAt: record.openedAt,
    status: safetyStatus(facts),
    ...(record.rescue && { rescue: record.rescue }),
    ...(access?.endsAt && { endsAt: access.endsAt }),
    ...(record.talk?.unread && !record.removed && { unread: record.talk.unread }),
    ...(!now.open && lockedSince(record, Date.now()) !== null && { isLocked: true }),
  }
}

/** An entry for a draft of this session that was never on this device. */
export const entryFromServer = (
  { draftId, callId, title, me }: MyDraft,
  calls: readonly Call[],
  nowMs: number,
): ShelfEntry[] => {
  if (!isDraftId(draftId)) return []
  const call = calls.find(({ id }) => id === callId) ?? null
  const status = { name: 'live', at: nowMs } as const
  const mayWrite = may(me.role, 'write-content')
  const read = { partners: [], progress: [], me, members: [me], mayWrite, openedAt: me.joinedAt, status }
  return [{ draftId, call, title, ...read }]
}

const lineOf = (reachable: boolean | null): SafetyFacts['connection'] =>
  reachable ? { name: 'live' } : { name: 'connecting', patient: reachable === null, wasLive: true }
