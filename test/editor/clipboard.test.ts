// @vitest-environment jsdom
import * as Y from 'yjs'
import { Slice } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { afterEach, describe, expect, it } from 'vitest'
import { plainText, readLines, type Line } from '../../src/document/lines.ts'
import { clipboard } from '../../src/editor/clipboard.ts'
import { openTextBinding, readDocument, type TextBinding } from '../../src/editor/text-binding.ts'
import { measureNothing } from './no-layout.ts'

measureNothing()
let view: EditorView | null = null

afterEach(() => {
  view?.destroy()
  view = null
})

const editing = (...lines: { text: string; kind?: string; level?: number }[]) => {
  const text = new Y.Doc().getText('t')
  text.applyDelta(
    lines.flatMap(({ text: line, kind, level }) => [
      { insert: line, attributes: {} },
      { insert: '\n', attributes: { ...(kind && { kind }), ...(level && { level }) } },
    ]),
  )
  let binding: TextBinding | null = null
  const editor = new EditorView(document.body.appendChild(document.createElement('div')), {
    state: EditorState.create({ doc: readDocument(text), plugins: [clipboard()] }),
    dispatchTransaction: (tr) => binding?.dispatch(tr),
  })
  view = editor
  binding = openTextBinding({ text, view: editor })
  return {
    editor,
    lines: () => readLines(text).map(short),
    select: (anchor: number, head = anchor) =>
      editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, anchor, head))),
  }
}

// jsdom has no ClipboardEvent.
const pasted = () => new Event('paste') as ClipboardEvent

const short = (line: Line): string =>
  `${{ paragraph: '', heading: '# ', bullet: `${'-'.repeat(line.level)} `, numbered: '1. ' }[line.kind]}${line.runs.map((run) => run.text).join('')}`

describe('pasting', () => {
  it('puts one line into the line the caret is in', () => {
    const { editor, select, lines } = editing({ text: 'Guten Tag', kind: 'bullet' })
    select(7)
    editor.pasteHTML('<span>schönen </span>', pasted())
    expect(lines()).toEqual(['- Guten schönen Tag'])
  })

  it('takes over the kind where the line is still empty', () => {
    const { editor, lines } = editing({ text: '' })
    editor.pasteHTML('<ul><li>eins</li><li>zwei</li></ul>', pasted())
    expect(lines()).toEqual(['- eins', '- zwei'])
    expect(editor.state.selection.from).toBe(editor.state.doc.content.size - 1)
  })

  it('in the middle of a line keeps what stands around it', () => {
    const { editor, select, lines } = editing({ text: 'vornhinten', kind: 'numbered' }, { text: 'danach' })
    select(5)
    editor.pasteHTML('<p>A</p><h2>B</h2><p>C</p>', pasted())
    expect(lines()).toEqual(['1. vornA', '# B', '1. Chinten', 'danach'])
  })

  it('replaces what is selected', () => {
    const { editor, select, lines } = editing({ text: 'alt' }, { text: 'älter' }, { text: 'bleibt' })
    select(1, 11)
    editor.pasteText('neu\nneuer', pasted())
    expect(lines()).toEqual(['neu', 'neuer', 'bleibt'])
  })

  it('is not led astray by the hint of another editor', () => {
    const { editor, lines } = editing({ text: '' })
    editor.pasteHTML('<p data-pm-slice="1 1 [&quot;line&quot;,{&quot;carried&quot;:&quot;x&quot;}]">Text</p>', pasted())
    expect(lines()).toEqual(['Text'])
  })
})

describe('copying', () => {
  const copied = (editor: EditorView) =>
    editor.serializeForClipboard(editor.state.doc.slice(0, editor.state.doc.content.size))

  it('gives nested lists as HTML and the sponsor’s plain text', () => {
    const { editor, lines } = editing(
      { text: 'Plan', kind: 'heading' },
      { text: 'eins', kind: 'numbered' },
      { text: 'genauer', kind: 'bullet', level: 2 },
      { text: 'zwei', kind: 'numbered' },
      { text: '' },
      { text: 'Ende  hier' },
    )
    const { dom, text } = copied(editor)
    expect(dom.innerHTML.replace(/ data-pm-slice="[^"]*"/, '')).toBe(
      '<h3>Plan</h3><ol><li>eins<ul><li>genauer</li></ul></li><li>zwei</li></ol><p></p><p>Ende  hier</p>',
    )
    expect(text).toBe('Plan\n1. eins\n-- genauer\n1. zwei\n\nEnde  hier'.replace('--', '-'))
    const before = lines()
    editor.dispatch(editor.state.tr.delete(0, editor.state.doc.content.size))
    editor.pasteHTML(dom.innerHTML, pasted())
    expect(lines()).toEqual(before)
  })

  it('gives words out of a list without the list', () => {
    const { editor } = editing({ text: 'ein Wort hier', kind: 'bullet' })
    const { dom, text } = editor.serializeForClipboard(editor.state.doc.slice(5, 10, true))
    expect(text).toBe('Wort ')
    expect(dom.textContent).toBe('Wort ')
    expect(dom.querySelector('li')).toBeNull()
  })

  it('leaves out what only a newer app knows', () => {
    const { editor } = editing({ text: '' })
    const slice = new Slice(editor.state.doc.content, 0, 0)
    expect(editor.serializeForClipboard(slice).dom.innerHTML).not.toContain('carried')
    expect(plainText([])).toBe('')
  })
})
