import { factText, type Application } from './application.ts'
import { plainText } from './line.ts'

/** The whole application as readable text. Words around it come from the call. */
export const applicationText = ({ title, call, facts, partners, sections }: Application): string => {
  const head = [title, `${call.documentWord} – ${call.shortTitle}`].filter((line) => line !== '')
  const factLines = facts.flatMap((fact) =>
    fact.value === null ? [] : [`${fact.label}: ${factText(fact, { yes: '☑', no: '☐' })}`],
  )
  const partnerLines = partners.map(
    ({ name, sectorLabel, lead }) => `${lead ? '★' : '·'} ${name}${sectorLabel && ` (${sectorLabel})`}`,
  )
  return [head, factLines, partnerLines]
    .map((lines) => lines.join('\n'))
    .concat(sections.map((section) => `${section.title}\n${plainText(section.lines)}`.trim()))
    .filter((block) => block !== '')
    .join('\n\n')
}
