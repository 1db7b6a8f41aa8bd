import type { AgreementSheet } from '../domain/agreement-sheet.ts'
import type { DocumentWords } from './document-words.ts'
import type { Block, Cell } from './outline.ts'
import { writable } from './writable.ts'

/** The sheet of agreements: who agreed to this very wording, what it is known by, where it went. */
export const agreementBlocks = (
  { fingerprint, frozen, rows, receipts }: AgreementSheet,
  words: DocumentWords,
): Block[] => {
  const told = words.agreements
  // A day is not torn apart at a line's end.
  const moment = (at: number): string => told.moment(at).replaceAll(' ', '\u00A0')
  const heading = (text: string): Block => ({ kind: 'heading', level: 2, runs: [{ text, marks: {} }] })
  const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text: writable(text), marks: {} }] })
  const cell = (text: string, isOpen = false): Cell => ({ text: writable(text), isOpen })
  const agreed = rows.map(({ organisation, standing, said }) => {
    const isValid = standing === 'agreed' || standing === 'reserved'
    const stands = [told.standings[standing], said?.reason].filter(Boolean).join(': ')
    const who = said && [said.name, said.isDeputy && told.deputy, moment(said.at)].filter(Boolean).join(', ')
    return [cell(organisation), cell(stands, !isValid), cell(who ?? '')]
  })
  const gone = receipts.map(({ where, note, at }) => [cell(where), cell(moment(at)), cell(note)])
  const receiptBlocks: Block[] = [
    heading(told.receipts),
    { kind: 'table', name: told.receipts, head: [told.where, told.when, told.note], rows: gone },
  ]
  return [
    heading(told.title),
    ...(frozen ? [paragraph(told.frozen(frozen.name, moment(frozen.at)))] : []),
    paragraph(told.fingerprint(fingerprint)),
    { kind: 'table', name: told.title, head: [words.organisation, told.standing, told.who], rows: agreed },
    ...(gone.length > 0 ? receiptBlocks : []),
  ]
}
