import * as Y from 'yjs'
import { readPartners, readTitle } from '../../src/document/read-expression.ts'
import type { Call } from '../../src/domain/call.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Sector } from '../../src/domain/sector.ts'
import type { DraftStore } from '../store/draft-store.ts'

/** What one sees of a draft from outside. */
export interface DraftSummary {
  title: string
  organisations: readonly { name: string; sector: Sector }[]
}

/** How many summaries are remembered; one costs a few hundred bytes, reading it again some milliseconds. */
const maxRemembered = 1000

/** Reads summaries from what is stored, again only after the draft has changed. */
export const createSummaryReader = (
  store: DraftStore,
): ((draftId: DraftId, call: Call | undefined) => Promise<DraftSummary>) => {
  const remembered = new Map<DraftId, { seq: number; summary: DraftSummary }>()

  return async (draftId, call) => {
    const seq = await store.lastSeq(draftId)
    const known = remembered.get(draftId)
    if (known?.seq === seq) return known.summary
    const summary = await readSummary(store, draftId, call)
    remembered.delete(draftId)
    remembered.set(draftId, { seq, summary })
    const [oldest] = remembered.keys()
    if (remembered.size > maxRemembered && oldest) remembered.delete(oldest)
    return summary
  }
}

const readSummary = async (store: DraftStore, draftId: DraftId, call: Call | undefined): Promise<DraftSummary> => {
  const { snapshot, updates } = await store.read(draftId)
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      if (snapshot) Y.applyUpdate(doc, snapshot)
      for (const { bytes } of updates) Y.applyUpdate(doc, bytes)
    })
    return {
      title: call ? readTitle(doc, call) : '',
      organisations: readPartners(doc).flatMap(({ name, sector }) =>
        name.trim() !== '' && sector ? [{ name: name.trim(), sector }] : [],
      ),
    }
  } catch {
    // Something a peer wrote makes Yjs fail: the draft stays on its people's shelves, without a name.
    return { title: '', organisations: [] }
  } finally {
    doc.destroy()
  }
}
