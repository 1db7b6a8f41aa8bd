import {
  readFacts,
  readPartners,
  readRivals,
  readSectionCount,
  readTicked,
} from '../../src/document/read-expression.ts'
import { evaluateCompleteness } from '../../src/domain/completeness.ts'
import { sectionProgress } from '../../src/domain/section-progress.ts'
import type { TestServer } from '../world/server.ts'
import { call, type FullDraft } from './draft.ts'
import { median, type Figure } from './figure.ts'

const runs = 500

/** How long it takes to read a full draft anew, count every section and hold it against all rules of its call. */
export const measureCompleteness = async (_server: TestServer, { writer: { doc } }: FullDraft): Promise<Figure[]> => {
  const times = []
  for (let run = 0; run < runs; run++) {
    const begun = performance.now()
    const sections = call.sections.map((section) => {
      const count = readSectionCount(doc, call, section.id)
      return { section, count, progress: sectionProgress(count, true) }
    })
    evaluateCompleteness(
      call,
      {
        facts: readFacts(doc, call),
        rivals: readRivals(doc, call),
        partners: readPartners(doc, call),
        sections,
        ticked: readTicked(doc),
      },
      Date.now(),
    )
    times.push(performance.now() - begun)
  }
  const value = Math.round(median(times) * 100) / 100
  return [{ name: 'Completeness of a full draft, read and evaluated anew', value, unit: 'ms', target: 2 }]
}
