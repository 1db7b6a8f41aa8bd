import type * as Y from 'yjs'
import { readFacts, readPartners, readSectionText, readTitle } from '../document/read-expression.ts'
import type { Call } from '../domain/call.ts'

/** The whole draft as readable text, for copying and for the emergency download. Words around it come from the call. */
export const draftAsText = (doc: Y.Doc, call: Call): string => {
  const facts = readFacts(doc, call)
  const sectorLabels = new Map(call.partners.sectors.map(({ id, label }) => [id, label]))
  const factLines = call.fields.flatMap(({ id, label }) => {
    const value = facts.get(id)
    return value === undefined ? [] : [`${label}: ${typeof value === 'boolean' ? (value ? '☑' : '☐') : value}`]
  })
  const partnerLines = readPartners(doc).map(({ name, sector, lead }) => {
    const label = sector && sectorLabels.get(sector)
    return `${lead ? '★' : '·'} ${name}${label ? ` (${label})` : ''}`
  })
  const sections = call.sections.map(({ id, title }) => `${title}\n${readSectionText(doc, id)}`.trim())
  const head = [readTitle(doc, call), `${call.documentWord} – ${call.shortTitle}`].filter((line) => line !== '')
  return [head, factLines, partnerLines]
    .map((lines) => lines.join('\n'))
    .concat(sections)
    .filter((block) => block !== '')
    .join('\n\n')
}
