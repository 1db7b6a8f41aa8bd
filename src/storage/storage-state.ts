/** How this device keeps a draft. `kept`: every change so far is in IndexedDB. `memory`: storage refused, gone on closing. */
export type StorageState =
  | { name: 'opening' }
  | { name: 'writing' }
  | { name: 'kept' }
  | { name: 'memory' }
  | { name: 'failed'; reason: FailureReason }

/** `silent`: the browser does not answer. `newer`: a newer app has made this device's copy, which is left alone. */
export type FailureReason = 'full' | 'closed' | 'silent' | 'newer' | 'unknown'

const reasons: Readonly<Record<string, FailureReason>> = {
  QuotaExceededError: 'full',
  InvalidStateError: 'closed',
  AbortError: 'closed',
  TimeoutError: 'silent',
  VersionError: 'newer',
}

/** Why the device could not write, from what the browser threw. */
export const failureReason = (error: unknown): FailureReason => {
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''
  return reasons[name] ?? 'unknown'
}

/** Whether the browser refuses storage altogether, as some private windows do. Only at the first opening. */
export const isRefusal = (error: unknown): boolean =>
  isNamed(error, 'SecurityError') ||
  isNamed(error, 'InvalidStateError') ||
  (isNamed(error, 'UnknownError') && isStorageForbidden())

/** Chromium has the same error where its person forbids storage and where it cannot read its folder. */
const isStorageForbidden = (): boolean => {
  try {
    return (globalThis as { localStorage?: unknown }).localStorage === null
  } catch {
    return true
  }
}

export const isNamed = (error: unknown, name: string): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === name
