import type { DraftStorage } from './draft-storage.ts'
import type { StorageState } from './storage-state.ts'

/** Resolves with the work, or when the storage says that the browser does not answer: what hangs is not waited for. */
export const untilSilent = async (
  storage: Pick<DraftStorage, 'onState' | 'state'>,
  work: Promise<void>,
): Promise<void> => {
  let stop = (): void => undefined
  const silence = new Promise<void>((resolve) => {
    stop = storage.onState((state) => isSilent(state) && resolve())
  })
  if (!isSilent(storage.state())) await Promise.race([work, silence])
  stop()
}

export const isSilent = (state: StorageState): boolean => state.name === 'failed' && state.reason === 'silent'
