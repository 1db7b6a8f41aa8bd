import { strToU8 } from 'fflate'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { linesForSection, partsOf, wholeLines } from '../../src/domain/import-parts.ts'
import { plainText } from '../../src/domain/line.ts'
import { callNamed } from '../world/calls.ts'
import { docxFile, odtFile, wordHeading, wordParagraph, wordStyles } from './office-files.ts'
import { reads } from './reads.ts'

const calls = ['engagierte-stadt-2023', 'engagiertes-land-2023'].map(callNamed)
const word = fc.constantFrom(...'Stadt Räume Ziel Zeitplan wir und 2026 Größe fünf Bürger:innen „Haus“ a'.split(' '))
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))

const block = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), text: sentence }),
  fc.record({ kind: fc.constant('row' as const), text: sentence, more: sentence }),
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.integer({ min: 1, max: 3 }),
    text: fc.oneof(sentence, fc.constantFrom(...calls.flatMap(({ sections }) => sections.map(({ title }) => title)))),
  }),
)
type Block = typeof block extends fc.Arbitrary<infer T> ? T : never

const formats: Record<string, (blocks: readonly Block[]) => Uint8Array> = {
  'a.docx': (blocks) =>
    docxFile({
      styles: wordStyles,
      body: blocks
        .map((each) => {
          if (each.kind === 'heading') return wordHeading(each.text, each.level)
          if (each.kind === 'paragraph') return wordParagraph(each.text)
          return `<w:tbl><w:tr><w:tc>${wordParagraph(each.text)}</w:tc><w:tc>${wordParagraph(each.more)}</w:tc></w:tr></w:tbl>`
        })
        .join(''),
    }),
  'a.odt': (blocks) =>
    odtFile(
      blocks
        .map((each) => {
          if (each.kind === 'heading') return `<text:h text:outline-level="${each.level}">${each.text}</text:h>`
          if (each.kind === 'paragraph') return `<text:p>${each.text}</text:p>`
          return `<table:table><table:table-row><table:table-cell><text:p>${each.text}</text:p></table:table-cell><table:table-cell><text:p>${each.more}</text:p></table:table-cell></table:table-row></table:table>`
        })
        .join(''),
    ),
  'a.md': (blocks) =>
    strToU8(
      blocks
        .map((each) => {
          if (each.kind === 'heading') return `${'#'.repeat(each.level)} ${each.text}`
          return each.kind === 'paragraph' ? each.text : `| ${each.text} | ${each.more} |\n|---|---|`
        })
        .join('\n\n'),
    ),
  'a.txt': (blocks) =>
    strToU8(blocks.map((each) => (each.kind === 'row' ? `${each.text}\n${each.more}` : each.text)).join('\n')),
}

const wordsOf = (text: string): string[] => text.split(/[\s·]+/).filter((each) => each !== '')

it.each(Object.keys(formats))(
  'every word of %s is in a section, aside, or is a title that stands there anyway',
  (name) => {
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...calls),
        (blocks, { sections }) => {
          const file = formats[name]?.(blocks) ?? new Uint8Array()
          const found = partsOf(reads(file, name).lines, sections).flatMap((part) => {
            const index = sections.findIndex(({ id }) => id === part.match?.sectionId)
            const section = sections[index]
            if (!section) return wordsOf(plainText(wholeLines(part)))
            const lines = linesForSection(part, section, index + 1)
            const isSaid = part.heading !== '' && lines === part.lines
            return [...(isSaid ? wordsOf(part.heading) : []), ...wordsOf(plainText(lines))]
          })
          const source = blocks.flatMap((each) =>
            wordsOf(each.kind === 'row' ? `${each.text} ${each.more}` : each.text),
          )
          expect(found.sort()).toEqual(source.sort())
        },
      ),
      { numRuns: 100 },
    )
  },
)
