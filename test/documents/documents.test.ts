import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementSheet, type AgreementSheet } from '../../src/domain/agreement-sheet.ts'
import type { Application } from '../../src/domain/application.ts'
import { writeDocx } from '../../src/export/docx.ts'
import { writeOdt } from '../../src/export/odt.ts'
import { outlineOf } from '../../src/export/outline.ts'
import { writePdf } from '../../src/export/pdf.ts'
import { mark, recordOf } from '../export/agreements.ts'
import { calls, emptyApplication, fullApplication, loadFont, words } from '../export/applications.ts'
import { linesOf, officeLines } from './expected-text.ts'
import { fontsOf, infoOf, tagsOf, textOfPdf, textsOfOffice } from './read-document.ts'

let folder: string
let read: Map<string, string>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'einvernehmen-documents-'))
  const names: string[] = []
  for (const { name, application, sheet } of applications) {
    const outline = outlineOf(application, words, sheet)
    keep(`${name}-word.docx`, await writeDocx(outline, words))
    keep(`${name}-open.odt`, writeOdt(outline, words))
    names.push(`${name}-word.docx`, `${name}-open.odt`)
  }
  read = textsOfOffice(folder, names)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const keep = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

interface Case {
  name: string
  application: Application
  sheet: AgreementSheet | null
}
const applications = calls.flatMap((call): Case[] => {
  const full = fullApplication(call)
  return [
    { name: `${call.id}-full`, application: full, sheet: null },
    { name: `${call.id}-empty`, application: emptyApplication(call), sheet: null },
    { name: `${call.id}-agreed`, application: full, sheet: agreementSheet(full, recordOf(full), mark) },
  ]
})

it.each(calls)('what no font has is read out of the PDF for $shortTitle as it was written', async (call) => {
  const { bytes } = await writePdf(outlineOf(fullApplication(call), words), words, loadFont)
  const said = textOfPdf(keep(`${call.id}-lost.pdf`, bytes))
    .normalize('NFC')
    // White space, and the marks of direction that poppler sets.
    .replace(/[\s\u200E\u200F\u202A-\u202E]/g, '')
  const times = (text: string) => said.split(text).length - 1
  // Poppler takes boxes from left to right for letters as they are seen, and turns the word about.
  const turned = (word: string) => Array.from(word).toReversed().join('')
  for (const text of [
    'ZweiLeute👩‍👧und😀sagen',
    `sagen${turned('שלום')}.`,
    turned('مرحبا'),
    turned('بالعالم'),
    'Tabulator\uFFFDüberŁódź→≥Київ',
  ])
    expect([text, times(text)]).toEqual([text, call.sections.length])
})

describe.each(applications)('$name', ({ name, application, sheet }) => {
  const outline = outlineOf(application, words, sheet)

  it('is the same text in LibreOffice from the Word file and from the OpenDocument file, line by line', () => {
    const [docx, odt] = [`${name}-word.docx`, `${name}-open.odt`].map((file) => officeLines(read.get(file) ?? ''))
    expect(docx).toEqual(linesOf(outline))
    expect(odt).toEqual(docx)
  })

  it('is a tagged PDF in German that says every word, with its fonts in it', async () => {
    const { bytes } = await writePdf(outline, words, loadFont)
    const pdf = keep(`${name}.pdf`, bytes)
    const info = infoOf(pdf)
    expect(info.get('Title')).toBe(outline.name)
    expect(info.get('Tagged')).toBe('yes')
    expect(info.get('PDF version')).toBe('1.7')
    expect(info.get('Page size')).toContain('A4')
    const fonts = fontsOf(pdf)
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) expect(font).toMatchObject({ isEmbedded: true, isSubset: true, hasUnicode: true })
    expect(new Set(fonts.map((font) => font.name.replace(/^[A-Z]{6}\+/, '').replace(/-.*/, '')))).toEqual(
      new Set(['SourceSans3']),
    )
    const marks = Buffer.from(bytes).toString('latin1')
    expect(marks).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(marks).toContain('/Lang (de-DE)')
    expect(marks).toContain('/DisplayDocTitle true')

    // What is broken into lines and pages is the same without the spaces; from right to left poppler turns words about.
    const dense = (text: string) => text.normalize('NFC').replace(/\s/g, '')
    // Deeper bullets have other signs.
    const said = dense(textOfPdf(pdf)).replace(/[◦–](?=Tief)/g, '•')
    const leftToRight = linesOf(outline).filter((line) => !/[\u0590-\u06FF]/.test(line) && line.length < 60)
    expect(leftToRight.length).toBeGreaterThan(10)
    for (const line of leftToRight) expect(said).toContain(dense(line))
  })

  it('has a PDF structure of headings, lists and tables without a gap', async () => {
    const { bytes } = await writePdf(outline, words, loadFont)
    const tags = tagsOf(keep(`${name}-tags.pdf`, bytes))
    const names = tags.map((tag) => tag.trim())
    const count = (tag: string) => names.filter((each) => each === tag).length
    expect(tags[0]).toBe('Document')
    expect(count('H1')).toBe(1)
    expect(count('H2')).toBe(outline.blocks.filter((block) => block.kind === 'heading' && block.level === 2).length)
    expect(count('Table')).toBe(outline.blocks.filter(({ kind }) => kind === 'table').length)
    expect(count('THead')).toBe(count('Table'))
    expect(count('Lbl')).toBe(count('LI'))
    expect(count('LBody')).toBe(count('LI'))
    expect(count('Link')).toBe(outline.blocks.filter((block) => JSON.stringify(block).includes('"link"')).length)
  })
})
