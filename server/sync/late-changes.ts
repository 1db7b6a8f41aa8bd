import type { LateChanges } from '../access/held-back.ts'
import type { Call } from '../../src/domain/call.ts'
import type { DraftStore } from '../store/draft-store.ts'
import { isRecovering } from './recovery.ts'
import type { Workshop } from './workshop.ts'

/** Reads changes that came too late beside the draft as it is stored, in the workshop. */
export const createLateChanges = (
  drafts: Pick<DraftStore, 'read'>,
  calls: ReadonlyMap<string, Pick<Call, 'sections'>>,
  workshop: Pick<Workshop, 'late'>,
): LateChanges => {
  const read = async (draftId: Parameters<LateChanges['judge']>[0], change: Uint8Array) => {
    const { snapshot, updates, callId, restoredAt } = await drafts.read(draftId)
    const log = { snapshot, updates: updates.map(({ bytes }) => bytes) }
    const sections = calls.get(callId)?.sections.map(({ id }) => id) ?? null
    return { restoredAt, reading: await workshop.late({ log, change, sections }) }
  }

  return {
    judge: async (draftId, change) => {
      const { restoredAt, reading } = await read(draftId, change)
      if (reading.name === 'words') return 'news'
      if (reading.name === 'known') return 'nothing'
      // What it builds on may still come back from another device.
      return reading.why === 'gap' && isRecovering(restoredAt) ? 'news' : 'unusable'
    },

    inWords: async (draftId, change) => {
      const { reading } = await read(draftId, change)
      return reading.name === 'words' ? reading.words : { sections: [], facts: [] }
    },
  }
}
