import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Role } from '../../src/domain/role.ts'

/** What ends or changes somebody's access while they may be connected. */
export type AccessChange =
  | { name: 'role'; draftId: DraftId; memberId: string; role: Role }
  | { name: 'removed'; draftId: DraftId; memberId: string }
  /** Something else that everyone in the draft is to ask for. */
  | { name: 'record'; draftId: DraftId }
  | { name: 'session-ended'; sessionId: string }

/** Tells the rooms of this process at once what changed in the tables; the change is stored by then. */
export interface AccessChanges {
  announce(change: AccessChange): void
  onChange(listener: (change: AccessChange) => void): () => void
}

export const createAccessChanges = (): AccessChanges => {
  const listeners = new Set<(change: AccessChange) => void>()
  return {
    announce: (change) => {
      for (const listener of listeners) listener(change)
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
