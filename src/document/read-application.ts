import type * as Y from 'yjs'
import { factOf, type Application } from '../domain/application.ts'
import type { Call } from '../domain/call.ts'
import { readLines } from './lines.ts'
import { textName } from './names.ts'
import { readFacts, readPartners, readTitle } from './read-expression.ts'

/** Everything the partners wrote, as it stands now, for documents and for the sponsor's form. */
export const readApplication = (doc: Y.Doc, call: Call): Application => {
  const { id, programme, shortTitle, title, documentWord } = call
  const facts = readFacts(doc, call)
  const sectorLabels = new Map(call.partners.sectors.map((sector) => [sector.id, sector.label]))
  return {
    title: readTitle(doc, call),
    call: { id, programme, shortTitle, title, documentWord },
    facts: call.fields.map((field) => factOf(field, facts.get(field.id) ?? null)),
    partners: readPartners(doc).map((partner) => ({
      ...partner,
      sectorLabel: (partner.sector && sectorLabels.get(partner.sector)) ?? '',
    })),
    sections: call.sections.map((section) => ({
      id: section.id,
      title: section.title,
      required: section.required,
      maxCharacters: section.maxCharacters,
      lines: readLines(doc.getText(textName(section.id))),
    })),
  }
}
