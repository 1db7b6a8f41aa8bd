import type { AgreementSheet } from '../domain/agreement-sheet.ts'
import type { Sector } from '../domain/sector.ts'

/** Words of the documents that the call does not bring. */
export interface DocumentWords {
  facts: string
  fact: string
  value: string
  partners: string
  organisation: string
  side: string
  part: string
  lead: string
  supports: string
  partnerFacts: string
  declarations: string
  declaration: string
  declaredBy: string
  all: string
  yes: string
  no: string
  open: string
  empty: string
  untitled: string
  unnamed: string
  /** The sheet of agreements; `moment` puts ms since 1970 into words. */
  agreements: {
    title: string
    standing: string
    who: string
    standings: Record<AgreementSheet['rows'][number]['standing'], string>
    deputy: string
    frozen: (name: string, moment: string) => string
    fingerprint: (hexadecimal: string) => string
    receipts: string
    where: string
    when: string
    note: string
    moment: (at: number) => string
  }
  /** What is still talked about. Of a proposal, `proposes` introduces its wording. */
  discussion: {
    title: string
    unplaced: string
    draft: string
    gone: string
    comment: string
    suggestion: string
    settled: Record<'resolved' | 'accepted' | 'declined', string>
    about: string
    isGone: string
    proposes: string
    without: string
    look: string
    sectors: Record<Sector, string>
    /** Before a comment's words, where Word cannot show what it is about. */
    concerns: (what: string) => string
  }
  /** "Stand: Fr 24. November 2023, 14:32" */
  asOf: string
  page: (number: number, all: number) => string
}
