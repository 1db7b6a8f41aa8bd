// @vitest-environment jsdom
import * as Y from 'yjs'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { measureNothing } from './no-layout.ts'
import { openSectionEditor, type EditorState, type SectionEditor } from '../../src/editor/section-editor.ts'

measureNothing()

const opened: { editor: SectionEditor; awareness: Awareness }[] = []

const openOn = (
  doc: Y.Doc,
  askForLink: (current: string | null) => Promise<string | null> = () => Promise.resolve(null),
) => {
  const element = document.body.appendChild(document.createElement('div'))
  const states: EditorState[] = []
  const awareness = new Awareness(doc)
  const editor = openSectionEditor({
    text: doc.getText('text/ziele'),
    sectionId: 'ziele',
    awareness,
    element,
    label: 'Ziele',
    language: 'de',
    editable: true,
    onState: (state) => states.push(state),
    askForLink,
  })
  opened.push({ editor, awareness })
  return { editor, element, states, awareness, box: element.querySelector('[role=textbox]') as HTMLElement }
}

afterEach(() => {
  for (const { editor, awareness } of opened.splice(0)) {
    editor.destroy()
    awareness.destroy()
  }
  document.body.replaceChildren()
})

const written = (...lines: { text: string; kind?: string; level?: number }[]): Y.Doc => {
  const doc = new Y.Doc()
  doc.getText('text/ziele').applyDelta(
    lines.flatMap(({ text, kind, level }) => [
      { insert: text, attributes: {} },
      { insert: '\n', attributes: { ...(kind && { kind }), ...(level && { level }) } },
    ]),
  )
  return doc
}

describe('a section editor', () => {
  it('is a text box with the name of its section and writes nothing by being opened', () => {
    const doc = new Y.Doc()
    let updates = 0
    doc.on('update', () => (updates += 1))
    const { box, states } = openOn(doc)
    expect(box.getAttribute('aria-label')).toBe('Ziele')
    expect(box.getAttribute('aria-multiline')).toBe('true')
    expect(box.getAttribute('lang')).toBe('de')
    expect(updates).toBe(0)
    expect(states).toHaveLength(1)
    expect(states[0]).toMatchObject({ focused: false, kind: 'paragraph', level: 1, canUndo: false, canRedo: false })
  })

  it('shows lists as lists and numbers them by level', () => {
    const { box } = openOn(
      written(
        { text: 'Plan', kind: 'heading' },
        { text: 'erst', kind: 'numbered' },
        { text: 'dann', kind: 'numbered' },
        { text: 'genauer', kind: 'numbered', level: 2 },
        { text: 'zuletzt', kind: 'numbered' },
        { text: 'Punkt', kind: 'bullet' },
        { text: 'neu', kind: 'numbered' },
      ),
    )
    expect([...box.children].map((line) => line.tagName)).toEqual(['H3', 'OL', 'OL', 'OL', 'OL', 'UL', 'OL'])
    expect([...box.querySelectorAll('ol')].map((list) => list.getAttribute('start'))).toEqual([
      null,
      '2',
      null,
      '3',
      null,
    ])
    expect(box.querySelectorAll('[style]')).toHaveLength(0)
  })

  it('shows what others write and keeps its own undo', () => {
    const doc = written({ text: 'Guten Tag' })
    const { box, editor, states } = openOn(doc)
    editor.setKind('heading')
    expect(box.querySelector('h3')?.textContent).toBe('Guten Tag')
    expect(states.at(-1)).toMatchObject({ kind: 'heading', canUndo: true })
    doc.transact(() => doc.getText('text/ziele').insert(5, ' schönen'), 'server')
    expect(box.textContent).toBe('Guten schönen Tag')
    editor.undo()
    expect(box.querySelector('p')?.textContent).toBe('Guten schönen Tag')
    expect(states.at(-1)).toMatchObject({ kind: 'paragraph', canUndo: false, canRedo: true })
  })

  it('makes a link of what was answered and removes it again', async () => {
    const doc = written({ text: '' })
    const answers = ['https://lauterbrueck.example', '']
    const { box, editor } = openOn(doc, () => Promise.resolve(answers.shift() ?? null))
    editor.editLink()
    await expect.poll(() => box.querySelector('a')?.getAttribute('href')).toBe('https://lauterbrueck.example')
    expect(box.querySelector('a')?.getAttribute('rel')).toBe('noopener')
    editor.editLink()
    await expect.poll(() => box.querySelector('a')).toBeNull()
    expect(box.textContent).toBe('https://lauterbrueck.example')
  })

  it('does not write when it may not', () => {
    const doc = written({ text: 'Nur lesen' })
    const { box, editor } = openOn(doc)
    editor.setEditable(false)
    editor.setKind('bullet')
    expect(box.getAttribute('aria-readonly')).toBe('true')
    expect(box.getAttribute('tabindex')).toBe('0')
    expect(box.querySelector('ul')).toBeNull()
  })

  it('takes nothing back where it may not write any more, and goes on when it may again', () => {
    const doc = written({ text: 'Guten Tag' })
    const { box, editor, states } = openOn(doc)
    editor.setKind('heading')
    editor.setEditable(false)
    expect(states.at(-1)).toMatchObject({ editable: false, canUndo: false })
    let updates = 0
    doc.on('update', () => (updates += 1))
    editor.undo()
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }))
    expect(updates).toBe(0)
    doc.transact(() => doc.getText('text/ziele').insert(9, '!'), 'server')
    expect(box.querySelector('h3')?.textContent).toBe('Guten Tag!')
    editor.setEditable(true)
    expect(states.at(-1)).toMatchObject({ editable: true, canUndo: true })
    editor.undo()
    expect(box.querySelector('p')?.textContent).toBe('Guten Tag!')
  })
})
