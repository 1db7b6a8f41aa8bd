import type { AgreementSheet } from '../domain/agreement-sheet.ts'
import {
  factText,
  type Application,
  type ApplicationFact,
  type ApplicationPartner,
  type ApplicationSection,
} from '../domain/application.ts'
import { agreementBlocks } from './agreement-blocks.ts'
import type { DocumentWords } from './document-words.ts'
import { listsOf, type List } from './lists.ts'
import type { WrittenLine } from './proposed-lines.ts'
import { writable, writableRuns, type Proposed, type TextRun } from './writable.ts'

/** One thing after another, as every document shows it. Headings count from 2: the title is the first. */
export type Block =
  | { kind: 'kicker' | 'title' | 'note' | 'open'; text: string }
  | { kind: 'heading'; level: 2 | 3 | 4 | 5; runs: TextRun[]; end?: Proposed }
  | { kind: 'paragraph'; runs: TextRun[]; end?: Proposed }
  | { kind: 'list'; list: List }
  | { kind: 'table'; name: string; head: string[]; rows: Cell[][] }

/** `isOpen` marks what nobody filled in yet. The first cell of a row is what the row is about. */
export interface Cell {
  text: string
  isOpen: boolean
  /** As of `TextRun`. */
  threads?: readonly number[]
}

/** Names what is said about a part, see `annotate`. */
interface Noted {
  threads?: readonly number[]
}

type NotedFact = ApplicationFact & Noted

/** An application, with what is said about it or without. */
export type OutlinedApplication = Omit<Application, 'facts' | 'partners' | 'sections'> &
  Noted & {
    facts: readonly NotedFact[]
    partners: readonly (Omit<ApplicationPartner, 'facts'> & Noted & { facts: readonly NotedFact[] })[]
    sections: readonly (Omit<ApplicationSection, 'lines'> & Noted & { lines: readonly WrittenLine[] })[]
  }

export interface Outline {
  /** What the document is called in a window's title bar. */
  name: string
  /** At the foot of each page. */
  foot: string
  blocks: Block[]
}

/** What stands in a document, whatever its format. What is voluntary and empty is left out, what must still come is not. */
export const outlineOf = (
  application: OutlinedApplication,
  words: DocumentWords,
  sheet: AgreementSheet | null = null,
  appendix: readonly Block[] = [],
): Outline => {
  const { call } = application
  const title = writable(application.title) || words.untitled
  const kicker = writable(`${call.documentWord} · ${call.shortTitle}`)
  return {
    name: `${title} – ${kicker}`,
    foot: `${title} · ${kicker}`,
    blocks: [
      { kind: 'kicker', text: kicker },
      { kind: 'title', text: title },
      { kind: 'note', text: writable(`${call.programme} · ${words.asOf}`) },
      ...factBlocks(application, words),
      ...partnerBlocks(application, words),
      ...declarationBlocks(application, words),
      ...application.sections.flatMap((section) => sectionBlocks(section, words)),
      ...(sheet ? agreementBlocks(sheet, words) : []),
      ...appendix,
    ],
  }
}

const heading = (text: string, { threads }: Noted = {}): Block => ({
  kind: 'heading',
  level: 2,
  runs: [{ text: writable(text), marks: {}, ...(threads?.length && { threads }) }],
})

const cell = (text: string, whenEmpty: string, { threads }: Noted = {}): Cell => {
  const clean = writable(text).trim()
  return {
    ...(clean === '' ? { text: whenEmpty, isOpen: whenEmpty !== '' } : { text: clean, isOpen: false }),
    ...(threads?.length && { threads }),
  }
}

const factBlocks = ({ facts }: OutlinedApplication, words: DocumentWords): Block[] => {
  const rows = facts
    .filter(({ value, required }) => value !== null || required)
    .map((fact) => [cell(fact.label, '', fact), cell(factText(fact, words), words.open)])
  if (rows.length === 0) return []
  return [heading(words.facts), { kind: 'table', name: words.facts, head: [words.fact, words.value], rows }]
}

const partnerBlocks = ({ partners }: OutlinedApplication, words: DocumentWords): Block[] => {
  if (partners.length === 0) return []
  const rows = partners.map(({ name, sectorLabel, lead, supports, threads }) => [
    cell(name, words.unnamed, { ...(threads && { threads }) }),
    cell(sectorLabel, words.open),
    cell(lead ? words.lead : supports ? words.supports : '', ''),
  ])
  const head = [words.organisation, words.side, words.part]
  const asked = partners.flatMap(({ name, facts }) =>
    facts
      .filter(({ value, required }) => value !== null || required)
      .map((fact) => [cell(name, words.unnamed), cell(fact.label, '', fact), cell(factText(fact, words), words.open)]),
  )
  const about: Block[] =
    asked.length === 0
      ? []
      : [
          heading(words.partnerFacts),
          { kind: 'table', name: words.partnerFacts, head: [words.organisation, words.fact, words.value], rows: asked },
        ]
  return [heading(words.partners), { kind: 'table', name: words.partners, head, rows }, ...about]
}

const declarationBlocks = ({ declarations, partners }: OutlinedApplication, words: DocumentWords): Block[] => {
  if (declarations.length === 0) return []
  const nameOf = (id: string) => partners.find((partner) => partner.id === id)?.name ?? ''
  const rows = declarations.map(({ title, perPartner, isMade, by }) => [
    cell(title, ''),
    cell(perPartner ? by.map(nameOf).join(', ') : isMade ? words.all : '', words.open),
  ])
  const head = [words.declaration, words.declaredBy]
  return [heading(words.declarations), { kind: 'table', name: words.declarations, head, rows }]
}

const sectionBlocks = (section: OutlinedApplication['sections'][number], words: DocumentWords): Block[] => {
  const blocks = lineBlocks(section.lines)
  if (blocks.length === 0 && !section.required) return []
  return [
    heading(section.title, section),
    ...(blocks.length === 0 ? [{ kind: 'open', text: words.empty } as const] : blocks),
  ]
}

const lineBlocks = (lines: readonly WrittenLine[]): Block[] => {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line) continue
    const runs = writableRuns(line.runs)
    const end = line.end && { end: line.end }
    if (line.kind === 'bullet' || line.kind === 'numbered') {
      const behind = lines.findIndex(({ kind }, index) => index > at && kind !== 'bullet' && kind !== 'numbered')
      const listed = lines.slice(at, behind === -1 ? lines.length : behind)
      blocks.push(...listsOf(listed).map((list) => ({ kind: 'list', list }) as const))
      at += listed.length - 1
    } else if (runs.every(({ text }) => text.trim() === '')) continue
    else if (line.kind === 'heading')
      blocks.push({ kind: 'heading', level: headingLevels[line.level - 1] ?? 5, runs, ...end })
    else blocks.push({ kind: 'paragraph', runs, ...end })
  }
  return blocks
}

const headingLevels = [3, 4, 5] as const
