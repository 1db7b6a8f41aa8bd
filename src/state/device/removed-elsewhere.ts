import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DraftId } from '../../domain/draft-id.ts'
import type { Desk } from '../desk.ts'
import { openOtherTabs } from './other-tabs.ts'

/** What another tab has taken off this device while this one had it open. Afterwards this page can only be left. */
export interface RemovedElsewhere {
  what: 'nothing' | 'draft' | 'everything'
}

/** Lets go of what another tab takes off this device: nothing of it may be made anew by what is typed here. */
export const watchRemoval = (
  desk: Desk,
  lock: (draftId: DraftId | null) => void,
  closeAll: () => Promise<void>,
): StoreApi<RemovedElsewhere> => {
  const view = createStore<RemovedElsewhere>(() => ({ what: 'nothing' }))
  const letGo = (draftId: DraftId | null): void => {
    const isOpenHere = draftId === null || desk.drafts.get(draftId) !== null
    if (isOpenHere) {
      lock(draftId)
      view.setState({ what: draftId === null ? 'everything' : 'draft' })
    }
    // What cannot be written any more is what was asked for.
    if (draftId === null) {
      globalThis.sessionStorage?.clear()
      void closeAll().catch(() => null)
    } else {
      void desk.deviceStore.removeDraft(draftId)
      void desk.drafts.closeNow(draftId).catch(() => null)
    }
  }
  const unstored = async () => (await import('./removal.ts')).listUnstoredHere(desk.drafts)
  desk.otherTabs = openOtherTabs({ unstored, letGo }, desk.surroundings.channel)
  return view
}
