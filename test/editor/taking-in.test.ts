// @vitest-environment jsdom
import * as Y from 'yjs'
import { afterEach, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { readLines } from '../../src/document/lines.ts'
import { plainText, type Line } from '../../src/domain/line.ts'
import { paragraph } from '../../src/domain/line-writing.ts'
import { openSectionEditor, type SectionEditor } from '../../src/editor/section-editor.ts'
import { measureNothing } from './no-layout.ts'

measureNothing()

const opened: SectionEditor[] = []
afterEach(() => opened.splice(0).forEach((editor) => editor.destroy()))

const openOn = (doc: Y.Doc, editable = true): SectionEditor => {
  const editor = openSectionEditor({
    text: doc.getText('text/ziele'),
    sectionId: 'ziele',
    awareness: new Awareness(doc),
    element: document.body.appendChild(document.createElement('div')),
    label: 'Ziele',
    language: 'de',
    editable,
    onState: () => undefined,
    askForLink: () => Promise.resolve(null),
  })
  opened.push(editor)
  return editor
}

const textOf = (doc: Y.Doc): string => plainText(readLines(doc.getText('text/ziele')))
const list: Line[] = [
  { kind: 'heading', level: 1, runs: [{ text: 'Zuerst', marks: {} }] },
  { kind: 'bullet', level: 1, runs: [{ text: 'Räume', marks: { bold: true } }] },
  { kind: 'bullet', level: 2, runs: [{ text: 'Hier', marks: { link: 'https://lauterbrueck.example/' } }] },
]

it('a text taken into an empty section stands there as it is, and goes again in one step', () => {
  const doc = new Y.Doc()
  const editor = openOn(doc)
  expect(editor.takeIn(list, 'append')).toBe(true)
  expect(readLines(doc.getText('text/ziele'))).toEqual(list)
  editor.undo()
  expect(textOf(doc)).toBe('')
  editor.redo()
  expect(readLines(doc.getText('text/ziele'))).toEqual(list)
})

it('one taken in behind or in place of another is taken back alone, and what was there comes back', () => {
  const doc = new Y.Doc()
  const editor = openOn(doc)
  editor.takeIn([paragraph('Alt.')], 'append')
  editor.takeIn([paragraph('Dahinter.')], 'append')
  expect(textOf(doc)).toBe('Alt.\nDahinter.')
  editor.takeIn([paragraph('Neu.')], 'replace')
  expect(textOf(doc)).toBe('Neu.')
  editor.undo()
  expect(textOf(doc)).toBe('Alt.\nDahinter.')
  editor.undo()
  expect(textOf(doc)).toBe('Alt.')
})

it('what somebody else writes while a text is replaced is not lost', () => {
  const [here, there] = [new Y.Doc(), new Y.Doc()]
  const editor = openOn(here)
  editor.takeIn([paragraph('Gemeinsam.')], 'append')
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
  there.getText('text/ziele').insert(10, ' Brunos Satz.')
  editor.takeIn([paragraph('Neu.')], 'replace')
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
  expect(textOf(here)).toContain('Brunos Satz.')
  expect(textOf(here)).toContain('Neu.')
})

it('nothing comes into a section that may only be read', () => {
  const doc = new Y.Doc()
  expect(openOn(doc, false).takeIn(list, 'replace')).toBe(false)
  expect(textOf(doc)).toBe('')
})
