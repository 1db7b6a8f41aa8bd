import type { Call } from './call.ts'
import { leastCertain, type Check, type DraftContents, type Finding } from './finding.ts'

/** Which compulsory sections are written, and which go beyond their limit. */
export const checkSections = (call: Call, { sections }: DraftContents): Check[] => {
  const required = sections.filter(({ section }) => section.required)
  const written = required.flatMap(({ section, progress }): Finding[] => {
    const { certainty } = section
    if (progress === 'empty') return [{ what: { name: 'section-empty', section }, blocks: true, certainty }]
    if (progress === 'begun') return [{ what: { name: 'section-not-done', section }, blocks: false, certainty }]
    return []
  })
  const tooLong = sections.flatMap(({ section, count }): Finding[] => {
    const excess = count - section.maxCharacters
    const what = { name: 'section-too-long', section, excess } as const
    return excess > 0 ? [{ what, blocks: section.onViolation === 'block', certainty: section.certainty }] : []
  })
  const certainties = required.map(({ section }) => section.certainty)
  return [
    {
      name: 'sections',
      done: required.length - written.length,
      all: required.length,
      findings: written,
      certainty: leastCertain(certainties),
    },
    {
      name: 'limits',
      done: sections.length - tooLong.length,
      all: sections.length,
      findings: tooLong,
      certainty: leastCertain([call.counting.certainty, ...sections.map(({ section }) => section.certainty)]),
    },
  ]
}
