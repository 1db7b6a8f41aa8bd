import type { DraftId } from '../domain/draft-id.ts'
import type { Device } from './device.ts'

/** A device of which nothing, or nothing of one draft, is opened any more once that was taken off it. */
export interface LockableDevice {
  device: Device
  /** Null for everything. What is open already stays so until the browser asks to let go. */
  lock: (draftId: DraftId | null) => void
}

export const lockable = ({ databases, locks }: Device): LockableDevice => {
  const locked = new Set<DraftId>()
  let isLocked = false
  const open = (factory: IDBFactory, name: string, version?: number): IDBOpenDBRequest => {
    if (isLocked || [...locked].some((draftId) => name.includes(draftId)))
      throw new DOMException('it was taken off this device', 'NotAllowedError')
    return factory.open(name, version)
  }
  const guarded: IDBFactory | null = databases && {
    open: (name, version) => open(databases, name, version),
    deleteDatabase: (name) => databases.deleteDatabase(name),
    databases: () => databases.databases(),
    cmp: (one, other) => databases.cmp(one, other),
  }
  return {
    device: { databases: guarded, locks },
    lock: (draftId) => {
      if (draftId === null) isLocked = true
      else locked.add(draftId)
    },
  }
}
