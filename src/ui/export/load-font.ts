import bold from 'source-sans/WOFF/TTF/SourceSans3-Semibold.ttf.woff?url'
import boldItalic from 'source-sans/WOFF/TTF/SourceSans3-SemiboldIt.ttf.woff?url'
import italic from 'source-sans/WOFF/TTF/SourceSans3-It.ttf.woff?url'
import regular from 'source-sans/WOFF/TTF/SourceSans3-Regular.ttf.woff?url'
import type { Face } from '../../export/pdf-text.ts'
import { MissingPart } from '../../state/missing-part.ts'

const addresses: Record<Face, string> = { regular, italic, bold, 'bold-italic': boldItalic }

const loaded = new Map<Face, Uint8Array>()

/** A font for documents, from this device where the app is kept. Rejects with `MissingPart`. */
export const loadFont = async (face: Face): Promise<Uint8Array> => {
  const known = loaded.get(face)
  if (known) return known
  const answer = await fetch(addresses[face]).catch(() => null)
  if (!answer?.ok) throw new MissingPart(addresses[face])
  const font = new Uint8Array(await answer.arrayBuffer())
  loaded.set(face, font)
  return font
}
