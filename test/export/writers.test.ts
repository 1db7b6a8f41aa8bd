import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Call } from '../../src/domain/call.ts'
import { writeDocx } from '../../src/export/docx.ts'
import { writeJson } from '../../src/export/json.ts'
import { writeOdt } from '../../src/export/odt.ts'
import { outlineOf } from '../../src/export/outline.ts'
import { writePdf } from '../../src/export/pdf.ts'
import { writeText } from '../../src/export/text.ts'
import { calls, emptyApplication, fullApplication, loadFont, words } from './applications.ts'

/** One part of a package, as XML. */
const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
const textOf = (xml: string): string => xml.replace(/<[^>]+>/g, '')
const count = (xml: string, tag: string): number => xml.match(new RegExp(`<${tag}[ />]`, 'g'))?.length ?? 0
const titlesOf = (call: Call, isFull: boolean): string[] =>
  call.sections.filter(({ required }) => isFull || required).map(({ title }) => title)

const outlines = (call: Call) => [fullApplication(call), emptyApplication(call)].map((each) => outlineOf(each, words))

describe.each(calls)('documents for $shortTitle', (call) => {
  it('a Word file has real headings, lists and tables, and every word', async () => {
    for (const [index, outline] of outlines(call).entries()) {
      const document = partOf(await writeDocx(outline, words), 'word/document.xml')
      for (const title of titlesOf(call, index === 0)) expect(textOf(document)).toContain(title)
      expect(count(document, 'w:tblHeader')).toBe(outline.blocks.filter(({ kind }) => kind === 'table').length)
    }
    const document = partOf(await writeDocx(outlineOf(fullApplication(call), words), words), 'word/document.xml')
    expect(textOf(document)).toContain('Zwei Leute 👩‍👧 und 😀 sagen שלום.')
    expect(count(document, 'w:numPr')).toBe(call.sections.length * 5)
    expect(count(document, 'w:bidi')).toBe(call.sections.length)
  })

  it('every line in Word grows with its letters, so that the lines of a long title stand apart', async () => {
    const styles = partOf(await writeDocx(outlineOf(fullApplication(call), words), words), 'word/styles.xml')
    const spacings = styles.match(
      /<w:style [^>]*w:styleId="Heading[1-5]".*?<w:spacing [^>]*>|<w:pPrDefault>.*?<w:spacing [^>]*>/g,
    )
    expect(spacings).toHaveLength(6)
    for (const spacing of spacings ?? []) expect(spacing).toMatch(/w:lineRule="auto"[^>]*>$/)
  })

  it('an OpenDocument file begins with its type and has real headings, lists and tables, and every word', () => {
    for (const [index, outline] of outlines(call).entries()) {
      const bytes = writeOdt(outline, words)
      expect(strFromU8(bytes.subarray(30, 77))).toBe('mimetypeapplication/vnd.oasis.opendocument.text')
      const content = partOf(bytes, 'content.xml')
      for (const title of titlesOf(call, index === 0)) expect(textOf(content)).toContain(title)
      expect(count(content, 'table:table-header-rows')).toBe(
        outline.blocks.filter(({ kind }) => kind === 'table').length,
      )
    }
    const content = partOf(writeOdt(outlineOf(fullApplication(call), words), words), 'content.xml')
    expect(textOf(content)).toContain('Zwei Leute 👩‍👧 und 😀 sagen שלום.')
    expect(content).toContain('><text:s text:c="2"/>Zwei<text:s text:c="2"/>Leerzeichen<text:tab/>')
    expect(count(content, 'text:list-item')).toBe(call.sections.length * 5)
  })

  it('a PDF says what its fonts lack, and only that', async () => {
    const [full, empty] = outlines(call)
    if (!full || !empty) throw new Error('there are two')
    const pdf = await writePdf(full, words, loadFont)
    expect(strFromU8(pdf.bytes.subarray(0, 8))).toBe('%PDF-1.7')
    expect(pdf.lost.slice(0, 6)).toEqual(['\uFFFD', '👩‍👧', '😀', 'ש', 'ל', 'ו'])
    expect((await writePdf(empty, words, loadFont)).lost).toEqual([])
  })

  it('text and data hold the same as the draft', () => {
    const application = fullApplication(call)
    expect(writeText(application)).toContain('Zwei Leute 👩‍👧 und 😀 sagen שלום.\r\n')
    expect(JSON.parse(writeJson(application, 0))).toEqual({
      format: 'einvernehmen-application',
      version: 1,
      madeAt: '1970-01-01T00:00:00.000Z',
      ...(JSON.parse(JSON.stringify(application)) as object),
    })
  })
})
