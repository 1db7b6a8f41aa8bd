// @vitest-environment jsdom
import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { authorMarks } from '../../src/editor/author-marks.ts'
import { openSectionEditor } from '../../src/editor/section-editor.ts'
import { measureNothing } from './no-layout.ts'

measureNothing()

it('marks who wrote what over lines and characters, moves with the text, and writes nothing', () => {
  const doc = new Y.Doc()
  const text = doc.getText('text/ziele')
  text.insert(0, '😀 Eins\nZwei\n')
  const before = Y.encodeStateVector(doc)
  const awareness = new Awareness(doc)
  const element = document.body.appendChild(document.createElement('div'))
  const editor = openSectionEditor({
    text,
    sectionId: 'ziele',
    awareness,
    element,
    label: 'Ziele',
    language: 'de',
    editable: true,
    onState: () => undefined,
    askForLink: () => Promise.resolve(null),
  })
  const marked = (selector: string) => Array.from(element.querySelectorAll(selector), (each) => each.textContent)
  editor.draw(
    'authors',
    authorMarks([
      { from: 0, to: 10, organisation: 'Agentur', sector: 'civil' },
      { from: 10, to: 13, organisation: 'Stadt', sector: 'administration' },
    ]),
  )
  // The first character is one for the eye and two for the text.
  expect(marked('.eb-begins.eb-civil')).toEqual(['😀'])
  expect(marked('.eb-civil').join('')).toBe('😀 EinsZw')
  expect(marked('.eb-administration').join('')).toBe('ei')
  expect(element.querySelector('.eb-administration')?.getAttribute('title')).toBe('Stadt')
  expect(Y.encodeStateVector(doc)).toEqual(before)

  text.insert(0, 'Davor ')
  expect(marked('.eb-administration').join('')).toBe('ei')
  editor.draw('authors', authorMarks([]))
  expect(marked('.eb-by')).toEqual([])
  editor.destroy()
  awareness.destroy()
})
