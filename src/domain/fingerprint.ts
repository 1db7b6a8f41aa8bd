import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import type { Application, ApplicationFact, ApplicationPartner, ApplicationSection } from './application.ts'
import type { Line, Run } from './line.ts'

/**
 * What the partners say, line by line as JSON, and nothing of how a call words it: the same for everyone who reads the
 * same, whatever their browser, language and history. What nobody filled in leaves no line, so that a call may gain a
 * field. Letters stay exactly as they are: normal forms differ between ages of Unicode, and the sponsor counts them as
 * they stand.
 */
export const canonicalText = ({ call, facts, partners, declarations, sections }: Application): string => {
  const lines: unknown[] = [
    ['einvernehmen', 1],
    ['call', call.id],
    ...inOrder(facts).flatMap((fact) => factLines('fact', fact)),
    ...inOrder(partners).flatMap(partnerLines),
    ...inOrder(declarations).flatMap(({ id, perPartner, isMade, by }) => {
      if (perPartner) return by.length === 0 ? [] : [['declaration', id, [...by].sort()]]
      return isMade ? [['declaration', id]] : []
    }),
    ...inOrder(sections).flatMap(sectionLines),
  ]
  return asText(lines)
}

/** SHA-256 of the canonical text, 64 lower-case hexadecimal digits. Needs no secure origin, as Web Crypto would. */
export const fingerprint = (application: Application): string => hash(canonicalText(application))

/** The same for one section; an empty one has one too. */
export const sectionFingerprint = (
  call: Pick<Application['call'], 'id'>,
  section: Pick<ApplicationSection, 'id' | 'lines'>,
): string => hash(asText([['einvernehmen', 1], ['call', call.id], ...sectionLines(section)]))

/** The same, out of a canonical text of the whole. */
export const fingerprintOfSectionIn = (canonical: string, sectionId: string): string => {
  const lines = canonical.split('\n')
  const from = lines.indexOf(JSON.stringify(['section', sectionId]))
  const rest = from < 0 ? [] : lines.slice(from + 1)
  const end = rest.findIndex((line) => line.startsWith('["section",'))
  const own = from < 0 ? [] : [lines[from], ...rest.slice(0, end < 0 ? rest.length : end)]
  return hash([...lines.slice(0, 2), ...own].join('\n'))
}

const hash = (text: string): string => toHexString(digest(encodeUtf8(text)))

const asText = (lines: readonly unknown[]): string => lines.map((line) => JSON.stringify(line, wellFormed)).join('\n')

/** Half a character stays what it is on the page it was typed on; what leaves the page has the sign for "unreadable". */
const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value

/** By id, letter by letter: neither the call's order nor a language's says anything. */
const inOrder = <T extends { id: string }>(each: readonly T[]): T[] =>
  [...each].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))

const factLines = (word: string, { id, value }: ApplicationFact): unknown[] =>
  value === null ? [] : [[word, id, value]]

/** An organisation without a name is in no document. */
const partnerLines = ({ id, name, sector, lead, supports, facts }: ApplicationPartner): unknown[] =>
  name.trim() === ''
    ? []
    : [['partner', id, name, sector, lead, supports], ...inOrder(facts).flatMap((fact) => factLines('of', fact))]

const sectionLines = ({ id, lines }: Pick<ApplicationSection, 'id' | 'lines'>): unknown[] => {
  const last = lines.findLastIndex((line) => line.runs.some(({ text }) => text !== ''))
  return last < 0 ? [] : [['section', id], ...lines.slice(0, last + 1).map(lineAsList)]
}

const lineAsList = ({ kind, level, runs }: Line): unknown[] => [kind, level, ...joined(runs).map(runAsList)]

const runAsList = ({ text, marks }: Run): unknown[] => [
  text,
  ...(marks.bold ? ['bold'] : []),
  ...(marks.italic ? ['italic'] : []),
  ...(marks.link === undefined ? [] : [{ link: marks.link }]),
]

/** Neighbours that are marked alike are one, however Yjs cut them. */
const joined = (runs: readonly Run[]): Run[] => {
  const found: Run[] = []
  for (const run of runs.filter(({ text }) => text !== '')) {
    const before = found.at(-1)
    const { bold, italic, link } = run.marks
    const isSame = before && before.marks.bold === bold && before.marks.italic === italic && before.marks.link === link
    if (isSame) found[found.length - 1] = { text: before.text + run.text, marks: run.marks }
    else found.push(run)
  }
  return found
}
