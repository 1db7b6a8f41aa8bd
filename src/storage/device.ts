/** What this browser offers for keeping things; null where it refuses. */
export interface Device {
  databases: IDBFactory | null
  locks: LockManager | null
}

/** Some private windows throw at the mere mention of IndexedDB. */
export const thisDevice = (): Device => ({
  databases: allowed(() => globalThis.indexedDB),
  locks: allowed(() => globalThis.navigator.locks),
})

const allowed = <T>(read: () => T | undefined): T | null => {
  try {
    return read() ?? null
  } catch {
    return null
  }
}
