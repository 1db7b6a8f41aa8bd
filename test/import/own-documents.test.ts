import { describe, expect, it } from 'vitest'
import { partsOf } from '../../src/domain/import-parts.ts'
import { plainText, type Line } from '../../src/domain/line.ts'
import { paragraph } from '../../src/domain/line-writing.ts'
import { writeDocx } from '../../src/export/docx.ts'
import { writeOdt } from '../../src/export/odt.ts'
import { outlineOf } from '../../src/export/outline.ts'
import { writeText } from '../../src/export/text.ts'
import { calls, fullApplication, words } from '../export/applications.ts'
import { reads } from './reads.ts'

const lines: Line[] = [
  paragraph('Ein Satz & <Klammern>.'),
  { kind: 'heading', level: 1, runs: [{ text: 'Vereine', marks: {} }] },
  { kind: 'bullet', level: 1, runs: [{ text: 'Räume', marks: {} }] },
  { kind: 'numbered', level: 1, runs: [{ text: 'Zuerst', marks: { bold: true } }] },
  { kind: 'numbered', level: 1, runs: [{ text: 'Dann', marks: {} }] },
]

describe.each(calls)('what this app made of a draft for $id', (call) => {
  const application = fullApplication(call, lines)
  const outline = outlineOf(application, words)
  const found = (bytes: Uint8Array) => {
    const parts = partsOf(reads(bytes).lines, call.sections)
    return call.sections.map(({ id }) =>
      plainText(parts.filter(({ match }) => match?.sectionId === id).flatMap((part) => part.lines)),
    )
  }
  const expected = call.sections.map(() => plainText(lines))

  it('goes back section by section from Word, OpenDocument and plain text', async () => {
    expect(found(await writeDocx(outline, words).then(bytesOf))).toEqual(expected)
    expect(found(await bytesOf(writeOdt(outline, words)))).toEqual(expected)
    expect(found(new TextEncoder().encode(writeText(application)))).toEqual(expected)
  })
})

const bytesOf = async (made: Blob | ArrayBuffer | Uint8Array): Promise<Uint8Array> =>
  made instanceof Blob ? new Uint8Array(await made.arrayBuffer()) : new Uint8Array(made)
