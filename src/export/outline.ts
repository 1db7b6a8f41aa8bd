import type { AgreementSheet } from '../domain/agreement-sheet.ts'
import { factText, type Application } from '../domain/application.ts'
import { agreementBlocks } from './agreement-blocks.ts'
import type { DocumentWords } from './document-words.ts'
import { listsOf, type List } from './lists.ts'
import { writable, writableRuns, type TextRun } from './writable.ts'

/** One thing after another, as every document shows it. Headings count from 2: the title is the first. */
export type Block =
  | { kind: 'kicker' | 'title' | 'note' | 'open'; text: string }
  | { kind: 'heading'; level: 2 | 3 | 4 | 5; runs: TextRun[] }
  | { kind: 'paragraph'; runs: TextRun[] }
  | { kind: 'list'; list: List }
  | { kind: 'table'; name: string; head: string[]; rows: Cell[][] }

/** `isOpen` marks what nobody filled in yet. The first cell of a row is what the row is about. */
export interface Cell {
  text: string
  isOpen: boolean
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
  application: Application,
  words: DocumentWords,
  sheet: AgreementSheet | null = null,
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
    ],
  }
}

const heading = (text: string): Block => ({ kind: 'heading', level: 2, runs: [{ text: writable(text), marks: {} }] })

const cell = (text: string, whenEmpty: string): Cell => {
  const clean = writable(text).trim()
  return clean === '' ? { text: whenEmpty, isOpen: whenEmpty !== '' } : { text: clean, isOpen: false }
}

const factBlocks = ({ facts }: Application, words: DocumentWords): Block[] => {
  const rows = facts
    .filter(({ value, required }) => value !== null || required)
    .map((fact) => [cell(fact.label, ''), cell(factText(fact, words), words.open)])
  if (rows.length === 0) return []
  return [heading(words.facts), { kind: 'table', name: words.facts, head: [words.fact, words.value], rows }]
}

const partnerBlocks = ({ partners }: Application, words: DocumentWords): Block[] => {
  if (partners.length === 0) return []
  const rows = partners.map(({ name, sectorLabel, lead, supports }) => [
    cell(name, words.unnamed),
    cell(sectorLabel, words.open),
    cell(lead ? words.lead : supports ? words.supports : '', ''),
  ])
  const head = [words.organisation, words.side, words.part]
  const asked = partners.flatMap(({ name, facts }) =>
    facts
      .filter(({ value, required }) => value !== null || required)
      .map((fact) => [cell(name, words.unnamed), cell(fact.label, ''), cell(factText(fact, words), words.open)]),
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

const declarationBlocks = ({ declarations, partners }: Application, words: DocumentWords): Block[] => {
  if (declarations.length === 0) return []
  const nameOf = (id: string) => partners.find((partner) => partner.id === id)?.name ?? ''
  const rows = declarations.map(({ title, perPartner, isMade, by }) => [
    cell(title, ''),
    cell(perPartner ? by.map(nameOf).join(', ') : isMade ? words.all : '', words.open),
  ])
  const head = [words.declaration, words.declaredBy]
  return [heading(words.declarations), { kind: 'table', name: words.declarations, head, rows }]
}

const sectionBlocks = ({ title, required, lines }: Application['sections'][number], words: DocumentWords): Block[] => {
  const blocks = lineBlocks(lines)
  if (blocks.length === 0 && !required) return []
  return [heading(title), ...(blocks.length === 0 ? [{ kind: 'open', text: words.empty } as const] : blocks)]
}

const lineBlocks = (lines: Application['sections'][number]['lines']): Block[] => {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line) continue
    const runs = writableRuns(line.runs)
    if (line.kind === 'bullet' || line.kind === 'numbered') {
      const end = lines.findIndex(({ kind }, index) => index > at && kind !== 'bullet' && kind !== 'numbered')
      const listed = lines.slice(at, end === -1 ? lines.length : end)
      blocks.push(...listsOf(listed).map((list) => ({ kind: 'list', list }) as const))
      at += listed.length - 1
    } else if (runs.every(({ text }) => text.trim() === '')) continue
    else if (line.kind === 'heading') blocks.push({ kind: 'heading', level: headingLevels[line.level - 1] ?? 5, runs })
    else blocks.push({ kind: 'paragraph', runs })
  }
  return blocks
}

const headingLevels = [3, 4, 5] as const
