import type * as Y from 'yjs'
import { readPartners, readSectionCount, readSectionDone, readTitle } from '../document/read-expression.ts'
import type { Call } from '../domain/call.ts'
import { requiredSections, sectionProgress } from '../domain/section-progress.ts'
import type { DraftRecord } from '../storage/draft-record.ts'

/** What the shelf shows of a draft without opening it. */
export const summarise = (doc: Y.Doc, call: Call): Pick<DraftRecord, 'title' | 'partners' | 'progress'> => ({
  title: readTitle(doc, call),
  partners: readPartners(doc).map(({ name, sector, lead }) => ({ name, sector, lead })),
  progress: requiredSections(call).map(({ id }) =>
    sectionProgress(readSectionCount(doc, call, id), readSectionDone(doc, id)),
  ),
})
