import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { partsOf } from '../../src/domain/import-parts.ts'
import { lineText } from '../../src/domain/line-writing.ts'
import { reads } from '../import/reads.ts'
import { callNamed } from '../world/calls.ts'

const call = callNamed('engagierte-stadt-2023')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'einvernehmen-import-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** One flat document, written down as an office of today would. */
const source = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>
</office:automatic-styles>
<office:body><office:text>
<text:h text:outline-level="1">1. Kurzfassung</text:h>
<text:p>Lauterbrück hat <text:span text:style-name="T1">23.400</text:span> Menschen<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Stand 2022</text:p></text:note-body></text:note> und <text:a xlink:type="simple" xlink:href="https://lauterbrueck.example/">eine Seite</text:a>.</text:p>
<text:list text:style-name="L1"><text:list-item><text:p>Räume</text:p></text:list-item><text:list-item><text:p>Zeit</text:p></text:list-item></text:list>
<text:list text:style-name="L2"><text:list-item><text:p>Zuerst</text:p></text:list-item><text:list-item><text:p>Dann</text:p></text:list-item></text:list>
<text:h text:outline-level="1">Unsere Ziele</text:h>
<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>Stadt</text:p></table:table-cell><table:table-cell><text:p>öffnet Türen</text:p></table:table-cell></table:table-row></table:table>
<text:h text:outline-level="2">Im Einzelnen</text:h>
<text:p>Größer, schöner, früher.</text:p>
</office:text></office:body></office:document>`

it('what LibreOffice wrote as Word or OpenDocument comes in with headings, lists, marks and tables', () => {
  writeFileSync(join(folder, 'antrag.fodt'), source)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  for (const format of ['docx', 'odt']) {
    const words = [profile, '--headless', '--convert-to', format, '--outdir', folder, join(folder, 'antrag.fodt')]
    execFileSync('soffice', words, { stdio: 'ignore' })
    const { lines } = reads(new Uint8Array(readFileSync(join(folder, `antrag.${format}`))), `antrag.${format}`)
    expect(lines.map((line) => `${line.kind} ${lineText(line)}`)).toEqual([
      'heading 1. Kurzfassung',
      'paragraph Lauterbrück hat 23.400 Menschen [Stand 2022] und eine Seite.',
      'bullet Räume',
      'bullet Zeit',
      'numbered Zuerst',
      'numbered Dann',
      'heading Unsere Ziele',
      'paragraph Stadt · öffnet Türen',
      'heading Im Einzelnen',
      'paragraph Größer, schöner, früher.',
    ])
    const marked = lines[1]?.runs.filter(({ marks }) => Object.keys(marks).length > 0)
    expect(marked).toEqual([
      { text: '23.400', marks: { bold: true } },
      { text: 'eine Seite', marks: { link: 'https://lauterbrueck.example/' } },
    ])
    expect(partsOf(lines, call.sections).map(({ match }) => match?.sectionId)).toEqual(['kurzfassung', 'ziele'])
  }
})
