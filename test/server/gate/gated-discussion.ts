import * as Y from 'yjs'
import type { Claim } from '../../../server/store/draft-store.ts'
import { compactContent } from '../../../server/sync/compact-content.ts'
import { discussionShape, type Speaker } from '../../../server/sync/gate/discussion-shape.ts'
import { createGate, type Gate, type Verdict, type WhyRefused } from '../../../server/sync/gate/gate.ts'
import type { Member } from '../../../src/domain/person.ts'
import { may } from '../../../src/domain/role.ts'
import { expectNothingPending } from './gated-draft.ts'
import { newId, saying } from './talk.ts'

/** A discussion behind its gate, with a document of everything accepted. */
export const openDiscussion = () => {
  const doc = new Y.Doc()
  const claims = new Map<number, Claim>()
  const rules = { recovering: false, live: true }
  let log: Uint8Array[] = []
  const open = (): Gate<Speaker> => {
    const isRecovering = () => rules.recovering
    const gate = createGate({ shape: discussionShape(isRecovering), claims, isRecovering, isFull: () => false })
    for (const bytes of log) gate.learn(bytes)
    return gate
  }
  let gate = open()
  let pages = 0

  const judge = (bytes: Uint8Array, by: Member): Verdict => {
    const [memberId, sessionId] = [by.id, `session of ${by.id}`]
    const who = { memberId, sessionId, mayWrite: may(by.role, 'discuss'), isLive: rules.live, member: by }
    const verdict = gate.judge(bytes, who)
    if (verdict.name !== 'accepted') return verdict
    log.push(verdict.bytes)
    for (const client of verdict.claims) claims.set(client, { memberId, sessionId })
    Y.applyUpdate(doc, verdict.bytes)
    expectNothingPending(doc)
    return verdict
  }
  const why = (bytes: Uint8Array, by: Member): WhyRefused | null => {
    const verdict = judge(bytes, by)
    return verdict.name === 'refused' ? verdict.why : null
  }
  return {
    doc,
    rules,
    judge,
    why,
    /** Why a page of its own that says this is refused. */
    say: (by: Member, ...entries: readonly unknown[]) =>
      why(saying(Object.fromEntries(entries.map((entry) => [newId(), entry])), 1000 + pages++), by),
    sayUnder: (id: string, by: Member, entry: unknown) => why(saying({ [id]: entry }, 1000 + pages++), by),
    /** What is stored already, whoever may have judged it. */
    store: (...entries: readonly unknown[]): void => {
      const update = saying(Object.fromEntries(entries.map((entry) => [newId(), entry])), 1000 + pages++)
      log.push(update)
      gate.learn(update)
      Y.applyUpdate(doc, update)
    },
    /** What it takes on the disk, in bytes. */
    stored: () => compactContent(null, log).length,
    /** A snapshot takes the place of the log, and another gate reads it. */
    reopen: () => {
      log = [compactContent(null, log)]
      gate = open()
    },
  }
}
