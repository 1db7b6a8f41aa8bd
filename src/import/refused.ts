import type { ImportRefusal } from '../domain/imported.ts'

/** Ends the reading of a file that gives nothing, or nothing that may be read. */
export class Refused extends Error {
  override name = 'Refused'
  readonly why: ImportRefusal

  constructor(why: ImportRefusal) {
    super(why)
    this.why = why
  }
}
