import { strToU8, zipSync } from 'fflate'
import { contentXml } from './odt-content.ts'
import { namespaces, stylesXml } from './odt-styles.ts'
import type { DocumentWords } from './document-words.ts'
import type { Outline } from './outline.ts'
import { declaration, element, escaped } from './xml.ts'

export const odtType = 'application/vnd.oasis.opendocument.text'

/** An OpenDocument text (ODF 1.3) with styles, real lists and tables. */
export const writeOdt = (outline: Outline, words: DocumentWords): Uint8Array<ArrayBuffer> =>
  zipSync({
    // First and not compressed, so that the type can be read off the file's beginning (ODF 1.3, part 2, 3.3).
    mimetype: [strToU8(odtType), { level: 0 }],
    'content.xml': strToU8(contentXml(outline)),
    'styles.xml': strToU8(stylesXml(outline, words)),
    'meta.xml': strToU8(metaXml(outline)),
    'META-INF/manifest.xml': strToU8(manifestXml()),
  })

const metaXml = ({ name }: Outline): string =>
  declaration +
  element(
    'office:document-meta',
    { ...namespaces, 'office:version': '1.3' },
    element(
      'office:meta',
      {},
      element('meta:generator', {}, 'Einvernehmen'),
      element('dc:title', {}, escaped(name)),
      element('dc:language', {}, 'de-DE'),
    ),
  )

const manifestXml = (): string => {
  const entry = (path: string, type: string) =>
    element('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type })
  return (
    declaration +
    element(
      'manifest:manifest',
      { 'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest:version': '1.3' },
      entry('/', odtType),
      ...['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml')),
    )
  )
}
