import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Authors, Claim } from '../../../server/store/draft-store.ts'
import { compactContent } from '../../../server/sync/compact-content.ts'
import { createGate, type Gate, type Verdict, type WhyRefused } from '../../../server/sync/gate/gate.ts'
import { contentShape } from '../../../server/sync/gate/shape.ts'

/** A draft behind its gate, with what the server would have on disk and a document of it to compare with. */
export interface GatedDraft {
  /** The document of everything accepted. */
  doc: Y.Doc
  authors: Authors
  /**
   * What may be switched: whether the server recovers from a restore, whether updates are live or gathered, whether the
   * draft is full, and with whose session updates come; usually everyone has one of their own.
   */
  rules: { recovering: boolean; live: boolean; full: boolean; session: string | null }
  judge(update: Uint8Array, memberId?: string, mayWrite?: boolean): Verdict
  /** Why an update is refused; null when it is not. */
  refusal(update: Uint8Array, memberId?: string, mayWrite?: boolean): WhyRefused | null
  stateVector(): Uint8Array
  /** Puts a snapshot in the place of the log and opens a new gate, as when a room is opened again. */
  reopen(): void
}

export const sections = ['ziele', 'lage', 'wege']

export const openGatedDraft = (ofCall: readonly string[] | null = sections): GatedDraft => {
  const doc = new Y.Doc()
  const authors = new Map<number, string>()
  const claims = new Map<number, Claim>()
  let snapshot: Uint8Array | null = null
  let log: Uint8Array[] = []
  const open = (): Gate => {
    const gate = createGate({
      shape: contentShape(ofCall),
      claims,
      isRecovering: () => rules.recovering,
      isFull: () => rules.full,
    })
    for (const bytes of [...(snapshot ? [snapshot] : []), ...log]) gate.learn(bytes)
    return gate
  }
  const rules: GatedDraft['rules'] = { recovering: false, live: true, full: false, session: null }
  let gate = open()

  const judge = (update: Uint8Array, memberId = 'amina', mayWrite = true): Verdict => {
    const sessionId = rules.session ?? `session of ${memberId}`
    const verdict = gate.judge(update, { memberId, sessionId, mayWrite, isLive: rules.live })
    if (verdict.name !== 'accepted') return verdict
    log.push(verdict.bytes)
    for (const client of verdict.claims) {
      authors.set(client, memberId)
      claims.set(client, { memberId, sessionId })
    }
    Y.applyUpdate(doc, verdict.bytes)
    expectNothingPending(doc)
    return verdict
  }

  return {
    doc,
    authors,
    rules,
    judge,
    refusal: (update, memberId, mayWrite) => {
      const verdict = judge(update, memberId, mayWrite)
      return verdict.name === 'refused' ? verdict.why : null
    },
    stateVector: () => gate.stateVector(),
    reopen: () => {
      snapshot = compactContent(snapshot, log)
      log = []
      gate = open()
    },
  }
}

export const expectNothingPending = ({ store }: Y.Doc): void => {
  expect(store.pendingStructs).toBeNull()
  expect(store.pendingDs).toBeNull()
}

/** What is written: every section and field, with formats. */
export const contentOf = (doc: Y.Doc): unknown => ({
  texts: sections.map((id) => doc.getText(`text/${id}`).toDelta() as unknown),
  fields: doc.getMap('fields').toJSON(),
})

/** The update that an edit of a copy of this document makes, under a client id of one's choice. */
export const editOf = (doc: Y.Doc | null, clientId: number, edit: (copy: Y.Doc) => void): Uint8Array => {
  const copy = new Y.Doc()
  if (doc) Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = clientId
  const before = Y.encodeStateVector(copy)
  edit(copy)
  return Y.encodeStateAsUpdate(copy, before)
}
