import { readFile } from 'node:fs/promises'
import * as Y from 'yjs'
import { addPartner, appendToSection, setFact, setPartnerFact, setTick } from '../../src/document/edit-expression.ts'
import type { Line, Marks, Run } from '../../src/document/lines.ts'
import { readApplication } from '../../src/document/read-application.ts'
import { readPartners, type FactValue } from '../../src/document/read-expression.ts'
import type { Application } from '../../src/domain/application.ts'
import type { Call, CallField } from '../../src/domain/call.ts'
import type { DocumentWords } from '../../src/export/document-words.ts'
import type { Face } from '../../src/export/pdf-text.ts'
import { documents } from '../../src/ui/wording/de/documents.ts'
import { allCalls } from '../world/calls.ts'

export const calls = allCalls

const moment = 'Do 2. November 2023, 14:32'

export const words: DocumentWords = {
  ...documents,
  asOf: documents.asOf(moment),
  agreements: { ...documents.agreements, moment: () => moment },
}

const files: Record<Face, string> = { regular: 'Regular', italic: 'It', bold: 'Semibold', 'bold-italic': 'SemiboldIt' }

export const loadFont = async (face: Face): Promise<Uint8Array> =>
  new Uint8Array(await readFile(`node_modules/source-sans/WOFF/TTF/SourceSans3-${files[face]}.ttf.woff`))

const factFor = ({ kind, choices, label, max, required }: CallField): FactValue => {
  switch (kind) {
    case 'number':
    case 'money':
      return max ?? 23_418
    case 'yes-no':
      return required
    case 'date':
      return '2022-12-31'
    case 'choice':
      return choices?.[0] ?? ''
    default:
      return `${label} & <Söhne>`
  }
}

const run = (text: string, marks: Marks = {}): Run => ({ text, marks })

/** Every kind of line, mark and level, and what formats stumble over. */
export const hardLines: readonly Line[] = [
  {
    kind: 'paragraph',
    level: 1,
    runs: [
      run('Ein Satz mit '),
      run('fett', { bold: true }),
      run(' und '),
      run('kursiv', { italic: true }),
      run(' & <Klammern>.'),
    ],
  },
  { kind: 'heading', level: 1, runs: [run('Überschrift')] },
  { kind: 'numbered', level: 1, runs: [run('Erstens')] },
  { kind: 'numbered', level: 2, runs: [run('Darunter')] },
  { kind: 'numbered', level: 1, runs: [run('Zweitens', { bold: true, italic: true })] },
  { kind: 'bullet', level: 2, runs: [run('Tief begonnen')] },
  { kind: 'bullet', level: 1, runs: [run('Außen'), run(' mehr', { link: 'https://lauterbrueck.example/?a=1&b=2' })] },
  { kind: 'heading', level: 3, runs: [run('Tiefste Überschrift')] },
  { kind: 'paragraph', level: 1, runs: [run('  Zwei  Leerzeichen\tTabulator \u0007\uD800 u\u0308ber Łódź → ≥ Київ')] },
  { kind: 'paragraph', level: 1, runs: [] },
  { kind: 'paragraph', level: 1, runs: [run('Zwei Leute 👩‍👧 und 😀 sagen שלום.')] },
  { kind: 'paragraph', level: 1, runs: [run('مرحبا بالعالم')] },
  { kind: 'paragraph', level: 1, runs: [run('x'.repeat(400))] },
]

/** A draft that answers the whole call, read as documents read it. */
export const fullApplication = (call: Call, lines: readonly Line[] = hardLines): Application => {
  const doc = new Y.Doc()
  for (const field of call.fields) setFact(doc, field.id, factFor(field))
  call.partners.sectors.forEach(({ id, label }, index) =>
    addPartner(doc, { name: `${label} e. V.`, sector: id, lead: index === 0 }),
  )
  const [first] = readPartners(doc, call)
  for (const field of first ? call.partners.fields : []) setPartnerFact(doc, first?.id ?? '', field.id, factFor(field))
  const [declaration] = call.declarations.filter(({ perPartner }) => !perPartner)
  if (declaration) setTick(doc, { kind: 'declaration', id: declaration.id, partnerId: null }, true)
  for (const { id } of call.sections) appendToSection(doc, id, lines)
  return readApplication(doc, call)
}

export const emptyApplication = (call: Call): Application => readApplication(new Y.Doc(), call)
