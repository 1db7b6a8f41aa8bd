import type * as Y from 'yjs'
import { factOf, type Application } from '../domain/application.ts'
import type { Call } from '../domain/call.ts'
import { submittersOf } from '../domain/partner.ts'
import { tickName } from '../domain/tick.ts'
import { readLines } from './lines.ts'
import { textName } from './names.ts'
import { readFacts, readPartners, readTicked, readTitle } from './read-expression.ts'

/** Everything the partners wrote, as it stands now, for documents and for the sponsor's form. */
export const readApplication = (doc: Y.Doc, call: Call): Application => {
  const { id, programme, shortTitle, title, documentWord } = call
  const facts = readFacts(doc, call)
  const partners = readPartners(doc, call)
  const submitters = submittersOf(partners).map((partner) => partner.id)
  const ticked = new Set(readTicked(doc))
  const sectorLabels = new Map(call.partners.sectors.map((sector) => [sector.id, sector.label]))
  return {
    title: readTitle(doc, call),
    call: { id, programme, shortTitle, title, documentWord },
    facts: call.fields.map((field) => factOf(field, facts.get(field.id) ?? null)),
    partners: partners.map((partner) => ({
      ...partner,
      sectorLabel: (partner.sector && sectorLabels.get(partner.sector)) ?? '',
      facts: call.partners.fields.map((field) => factOf(field, partner.facts.get(field.id) ?? null)),
    })),
    declarations: call.declarations.map(({ id: declaration, title: words, perPartner }) => {
      const isTicked = (partnerId: string | null) =>
        ticked.has(tickName({ kind: 'declaration', id: declaration, partnerId }))
      const by = perPartner ? submitters.filter(isTicked) : []
      const isMade = perPartner ? submitters.length > 0 && by.length === submitters.length : isTicked(null)
      return { id: declaration, title: words, perPartner, isMade, by }
    }),
    sections: call.sections.map((section) => ({
      id: section.id,
      title: section.title,
      required: section.required,
      maxCharacters: section.maxCharacters,
      lines: readLines(doc.getText(textName(section.id))),
    })),
  }
}
