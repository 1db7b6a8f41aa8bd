import type { AgreementSheet } from '../../domain/agreement-sheet.ts'
import type { Application } from '../../domain/application.ts'
import type { DiscussionSheet } from '../../domain/discussion-sheet.ts'
import { outlineOf } from '../../export/outline.ts'
import { unreachable } from '../elements/unreachable.ts'
import { MissingPart } from '../../state/missing-part.ts'
import type { DocumentWords } from '../../export/document-words.ts'
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
  /** Null where nobody wished to take it along, or there is none. */
  discussion: DiscussionSheet | null
  madeAt: number
}

/** What formats without comments of their own have at their end. */
const appendixOf = async ({ application, discussion }: DocumentSource, words: DocumentWords) => {
  if (!discussion) return []
  const { discussionBlocks } = await import('../../export/discussion-blocks.ts').catch(missing)
  return discussionBlocks(discussion, application, words)
}

/** Makes a document on this device. What makes it comes when it is needed; rejects with `MissingPart` without it. */
export const makeDocument = async (format: Format, source: DocumentSource): Promise<MadeDocument> => {
  const { application, sheet, discussion, madeAt } = source
  const words = documentWords(madeAt)
  const made = (type: string, part: BlobPart, lost: readonly string[] = []) => ({ parts: [part], type, lost })
  const outline = async () => outlineOf(application, words, sheet, await appendixOf(source, words))
  switch (format) {
    case 'pdf': {
      const { pdfType, writePdf } = await import('../../export/pdf.ts').catch(missing)
      const { bytes, lost } = await writePdf(await outline(), words, loadFont)
      return made(pdfType, bytes, lost)
    }
    case 'docx': {
      const { docxType, writeDocx } = await import('../../export/docx.ts').catch(missing)
      if (!discussion) return made(docxType, await writeDocx(await outline(), words))
      const { discussedOutline } = await import('../../export/discussed-outline.ts').catch(missing)
      const discussed = discussedOutline(application, words, sheet, discussion)
      return made(docxType, await writeDocx(discussed.outline, words, discussed))
    }
    case 'odt': {
      const { odtType, writeOdt } = await import('../../export/odt.ts').catch(missing)
      return made(odtType, writeOdt(await outline(), words))
    }
    case 'txt': {
      const { writeTextAndMore } = await import('../../export/text.ts').catch(missing)
      return made(
        'text/plain;charset=utf-8',
        writeTextAndMore(application, sheet, words, await appendixOf(source, words)),
      )
    }
    case 'json': {
      const { writeJson } = await import('../../export/json.ts').catch(missing)
      return made('application/json', writeJson(application, madeAt, sheet, discussion))
    }
    default:
      return unreachable(format)
  }
}
