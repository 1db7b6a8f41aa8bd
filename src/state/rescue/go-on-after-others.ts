import * as Y from 'yjs'
import { isCarried, seedsOf } from '../../document/bring-in.ts'
import type { Desk } from '../desk.ts'
import { goOnAnew } from '../go-on-anew.ts'
import type { LiveDraft } from '../live-draft.ts'
import { readFromServer } from '../read-from-server.ts'

/**
 * A file made here may have reached the server by another device, in part under new ids. Sent from here as well, those
 * words would stand there twice: the page takes up the new ids instead. False where nobody has brought anything.
 */
export const goOnAfterOthers = async (desk: Desk, live: LiveDraft): Promise<boolean> => {
  const { idSeed, carried } = live.record()
  const onServer = await readFromServer(desk, live.draftId)
  if (onServer === null) return false
  const known = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(onServer))
  const seeds = seedsOf(live.storage.unsent(), idSeed, new Map(carried))
  return isCarried(seeds, known) && goOnAnew(desk, live, onServer)
}
