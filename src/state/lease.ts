import { isAnswerNews, lockedSince } from '../domain/lease.ts'
import type { Outcome } from '../domain/refusal.ts'
import type { DraftRecord } from '../storage/draft-record.ts'
import type { Desk } from './desk.ts'

/** This device has not heard the server for so long that its copy opens only once it does. In ms since 1970. */
export interface LockedCopy {
  ok: false
  refusal: 'locked'
  since: number
}

/** Asks the server where a copy is locked. Null once it has answered, whatever it says: what is here then opens. */
export const askWhereLocked = async (desk: Desk, record: DraftRecord | null): Promise<LockedCopy | null> => {
  const since = record && lockedSince(record, Date.now())
  if (!record || since === null) return null
  if (!hasAnswered(await desk.api.readAccess(record.draftId))) return { ok: false, refusal: 'locked', since }
  await noteAnswer(desk, record)
  return null
}

/** Remembers that the server has answered for this draft. */
export const noteAnswer = async ({ deviceStore }: Desk, record: DraftRecord): Promise<void> => {
  const now = Date.now()
  if (isAnswerNews(record, now)) await deviceStore.changeDraft(record.draftId, { answeredAt: now })
}

/** An overloaded server has said nothing about this device. */
export const hasAnswered = (answer: Outcome<unknown>): boolean =>
  answer.ok || (answer.refusal !== 'unreachable' && answer.refusal !== 'busy')
