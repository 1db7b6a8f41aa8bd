/** How this device keeps a draft. `kept`: every change so far is in IndexedDB. `memory`: storage refused, gone on closing. */
export type StorageState =
  | { name: 'opening' }
  | { name: 'writing' }
  | { name: 'kept' }
  | { name: 'memory' }
  | { name: 'failed'; reason: 'full' | 'closed' | 'unknown' }

type FailureReason = Extract<StorageState, { name: 'failed' }>['reason']

/** Why the device could not write, from what the browser threw. */
export const failureReason = (error: unknown): FailureReason => {
  if (isNamed(error, 'QuotaExceededError')) return 'full'
  return isNamed(error, 'InvalidStateError') || isNamed(error, 'AbortError') ? 'closed' : 'unknown'
}

export const isNamed = (error: unknown, name: string): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === name
