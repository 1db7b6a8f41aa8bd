import type { DocumentWords } from '../../export/document-words.ts'
import { localDay } from '../team/local-day.ts'
import { documents } from '../wording/de/documents.ts'
import { formatFor } from '../wording/format.ts'

/** The words of documents, with the moment they show, in ms since 1970. */
export const documentWords = (madeAt: number): DocumentWords => {
  const format = formatFor('de')
  const moment = (at: number) => `${format.day(localDay(at))}, ${format.time(at)}`
  return { ...documents, asOf: documents.asOf(moment(madeAt)), agreements: { ...documents.agreements, moment } }
}
