import type { Refusal } from '../domain/refusal.ts'
import type { DraftRecord } from '../storage/draft-record.ts'
import type { ConnectionState } from '../sync/connection-state.ts'
import type { FailureReason, StorageState } from '../storage/storage-state.ts'

/** The two facts everyone must always see, as one closed union; wording/ has a sentence for each. Times in ms since 1970. */
export type SafetyStatus =
  | { name: 'opening' }
  | { name: 'live'; at: number }
  /** `percent` of it is on the server's disk, where it is so much that it goes in parts. */
  | { name: 'sending'; waiting: number; percent?: number }
  | { name: 'offline'; waiting: number }
  | { name: 'server-full'; waiting: number }
  | { name: 'quiet-offline'; since: number | null }
  /** A part of what was stored here was damaged; the server brings it, now (`reachable`) or later. */
  | { name: 'damaged'; waiting: number; reachable: boolean }
  | { name: 'device-failure'; reason: FailureReason; serverHasAll: boolean }
  | { name: 'memory-only'; serverHasAll: boolean; isShared?: true }
  | { name: 'signed-out'; waiting: number }
  | { name: 'refused'; refusal: Refusal; waiting: number }

export interface SafetyFacts {
  storage: StorageState
  /** Whether a part of what was stored on this device was damaged and is not there again. */
  lacks: boolean
  connection: ConnectionState
  /** The device belongs to several people, so nothing is meant to be kept on it. */
  isShared?: boolean
  /** Changes the server has not acknowledged. */
  waiting: number
  /** When the server last acknowledged a change. */
  lastStoredAt: number | null
  /** When the server was last heard. */
  lastContactAt: number | null
}

/** What is known of the discussion, a document of its own. `waiting`: entries the server has not acknowledged. */
export interface TalkFacts {
  storage: StorageState
  lacks: boolean
  line: ConnectionState
  waiting: number
}

/**
 * Both documents of a draft as one: in danger where one of them is, and refused where something of it is. A server that
 * knows no discussions yet refuses nothing: what is said waits for it, and the discussion tells why.
 */
export const withTalk = (text: SafetyFacts, { storage, lacks, line, waiting }: TalkFacts): SafetyFacts => {
  const isUnknown = line.name === 'refused' && line.refusal === 'absent'
  const isRefused = line.name === 'refused' && !isUnknown && waiting > 0 && text.connection.name === 'live'
  const endangered = [text.storage, storage].find(({ name }) => name === 'failed' || name === 'memory')
  return {
    ...text,
    storage: endangered ?? text.storage,
    lacks: text.lacks || lacks,
    connection: isRefused ? { name: 'refused', refusal: ofTalk(line.refusal) } : text.connection,
    waiting: text.waiting + waiting,
  }
}

/** A version made here or a word of agreement that has not reached the server is no less somebody's work than a change. */
export const withActs = (
  facts: SafetyFacts,
  { actsWaiting = 0, versionsWaiting = 0 }: Pick<DraftRecord, 'actsWaiting' | 'versionsWaiting'>,
): SafetyFacts => ({ ...facts, waiting: facts.waiting + actsWaiting + versionsWaiting })

const ofTalk = (refusal: Refusal): Refusal => (refusal === 'draft-full' ? 'discussion-full' : refusal)

/** Danger to data wins over everything, a refusal over being offline. */
export const safetyStatus = (facts: SafetyFacts): SafetyStatus => {
  const { storage, lacks, connection, waiting, lastContactAt } = facts
  const serverHasAll = connection.name === 'live' && waiting === 0
  switch (storage.name) {
    case 'opening':
      return { name: 'opening' }
    case 'failed':
      return { name: 'device-failure', reason: storage.reason, serverHasAll }
    case 'memory':
      return { name: 'memory-only', serverHasAll, ...(facts.isShared && { isShared: true }) }
  }
  if (connection.name === 'refused') {
    return connection.refusal === 'signed-out'
      ? { name: 'signed-out', waiting }
      : { name: 'refused', refusal: connection.refusal, waiting }
  }
  if (lacks) return { name: 'damaged', waiting, reachable: connection.name === 'live' }
  switch (connection.name) {
    case 'live':
      if (waiting === 0) return live(facts)
      return { name: 'sending', waiting, ...(connection.percent !== undefined && { percent: connection.percent }) }
    case 'server-full':
      return { name: 'server-full', waiting }
    case 'connecting':
      if (!connection.patient) break
      if (waiting > 0) return { name: 'sending', waiting }
      // A blink of the line is nobody's business; a page that never had one has nothing to claim yet.
      return connection.wasLive ? live(facts) : { name: 'opening' }
  }
  return waiting > 0 ? { name: 'offline', waiting } : { name: 'quiet-offline', since: lastContactAt }
}

/** Nothing has ever been sent from here: then hearing the server is what there is to tell. */
const live = ({ lastStoredAt, lastContactAt }: SafetyFacts): SafetyStatus => ({
  name: 'live',
  at: lastStoredAt ?? lastContactAt ?? 0,
})
