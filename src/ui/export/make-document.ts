import type { AgreementSheet } from '../../domain/agreement-sheet.ts'
import type { Application } from '../../domain/application.ts'
import { outlineOf } from '../../export/outline.ts'
import { unreachable } from '../elements/unreachable.ts'
import { MissingPart } from '../part.tsx'
import { documentWords } from './document-words.ts'
import { loadFont } from './load-font.ts'

export const formats = ['pdf', 'docx', 'odt', 'txt', 'json'] as const
export type Format = (typeof formats)[number]

export interface MadeDocument {
  parts: BlobPart[]
  type: string
  /** Characters that the document's font does not have, each once. */
  lost: readonly string[]
}

const missing = (cause: unknown): never => {
  throw new MissingPart(String(cause), { cause })
}

/** Fetches what takes longest, so that the first document need not wait for it. Never rejects. */
export const prepareDocuments = async (): Promise<void> => {
  await Promise.all([import('../../export/pdf.ts'), loadFont('regular'), loadFont('bold')]).catch(() => null)
}

/** What a document is made of. `madeAt` in ms since 1970: of a frozen package, when it was frozen. */
export interface DocumentSource {
  application: Application
  /** Null while nobody has agreed to anything. */
  sheet: AgreementSheet | null
  madeAt: number
}

/** Makes a document on this device. What makes it comes when it is needed; rejects with `MissingPart` without it. */
export const makeDocument = async (
  format: Format,
  { application, sheet, madeAt }: DocumentSource,
): Promise<MadeDocument> => {
  const words = documentWords(madeAt)
  const made = (type: string, part: BlobPart, lost: readonly string[] = []) => ({ parts: [part], type, lost })
  switch (format) {
    case 'pdf': {
      const { pdfType, writePdf } = await import('../../export/pdf.ts').catch(missing)
      const { bytes, lost } = await writePdf(outlineOf(application, words, sheet), words, loadFont)
      return made(pdfType, bytes, lost)
    }
    case 'docx': {
      const { docxType, writeDocx } = await import('../../export/docx.ts').catch(missing)
      return made(docxType, await writeDocx(outlineOf(application, words, sheet), words))
    }
    case 'odt': {
      const { odtType, writeOdt } = await import('../../export/odt.ts').catch(missing)
      return made(odtType, writeOdt(outlineOf(application, words, sheet), words))
    }
    case 'txt': {
      const { writeAgreedText, writeText } = await import('../../export/text.ts').catch(missing)
      const text = sheet ? writeAgreedText(application, sheet, words) : writeText(application)
      return made('text/plain;charset=utf-8', text)
    }
    case 'json': {
      const { writeJson } = await import('../../export/json.ts').catch(missing)
      return made('application/json', writeJson(application, madeAt, sheet))
    }
    default:
      return unreachable(format)
  }
}
