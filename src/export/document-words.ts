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
  /** "Stand: Fr 24. November 2023, 14:32" */
  asOf: string
  page: (number: number, all: number) => string
}
