/** How this device keeps a draft. `kept`: every change so far is in IndexedDB. `memory`: storage refused, gone on closing. */
export type StorageState =
  | { name: 'opening' }
  | { name: 'writing' }
  | { name: 'kept' }
  | { name: 'memory' }
  | { name: 'failed'; reason: 'full' | 'closed' | 'unknown' }
