declare module 'linebreak' {
  /** Where a text may be broken into lines, by UAX 14. */
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { position: number; required: boolean } | null
  }
}
declare module 'pdfkit/output' {
  export function toBytes(document: object): Promise<Uint8Array<ArrayBuffer>>
}
