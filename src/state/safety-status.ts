import type { Refusal } from '../domain/refusal.ts'
import type { ConnectionState } from '../sync/connection-state.ts'
import type { StorageState } from '../storage/storage-state.ts'

/** The two facts everyone must always see, as one closed union; wording/ has a sentence for each. Times in ms since 1970. */
export type SafetyStatus =
  | { name: 'opening' }
  | { name: 'live'; at: number }
  | { name: 'sending'; waiting: number }
  | { name: 'offline'; waiting: number }
  | { name: 'quiet-offline'; since: number | null }
  | { name: 'device-failure'; reason: 'full' | 'closed' | 'unknown'; serverHasAll: boolean }
  | { name: 'memory-only'; serverHasAll: boolean }
  | { name: 'signed-out'; waiting: number }
  | { name: 'refused'; refusal: Refusal; waiting: number }

export interface SafetyFacts {
  storage: StorageState
  connection: ConnectionState
  /** Changes the server has not acknowledged. */
  waiting: number
  lastStoredAt: number | null
  lastContactAt: number | null
}

/** Danger to data wins over everything, a refusal over being offline. */
export const safetyStatus = ({
  storage,
  connection,
  waiting,
  lastStoredAt,
  lastContactAt,
}: SafetyFacts): SafetyStatus => {
  const live = connection.name === 'live'
  if (storage.name === 'opening') return { name: 'opening' }
  if (storage.name === 'failed') {
    return { name: 'device-failure', reason: storage.reason, serverHasAll: live && waiting === 0 }
  }
  if (storage.name === 'memory') return { name: 'memory-only', serverHasAll: live && waiting === 0 }
  if (connection.name === 'refused') {
    return connection.refusal === 'signed-out'
      ? { name: 'signed-out', waiting }
      : { name: 'refused', refusal: connection.refusal, waiting }
  }
  if (live) return waiting > 0 ? { name: 'sending', waiting } : { name: 'live', at: lastStoredAt ?? lastContactAt ?? 0 }
  if (connection.name === 'connecting' && connection.patient) {
    return waiting > 0 ? { name: 'sending', waiting } : { name: 'opening' }
  }
  return waiting > 0 ? { name: 'offline', waiting } : { name: 'quiet-offline', since: lastContactAt }
}
