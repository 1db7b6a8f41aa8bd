// @vitest-environment jsdom
import * as Y from 'yjs'
import { EditorState, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { afterEach, describe, expect, it } from 'vitest'
import { readLines, type Line } from '../../src/document/lines.ts'
import { keys } from '../../src/editor/keys.ts'
import { openTextBinding, readDocument, type TextBinding } from '../../src/editor/text-binding.ts'
import { measureNothing } from './no-layout.ts'

measureNothing()
let view: EditorView | null = null

afterEach(() => {
  view?.destroy()
  view = null
})

interface Key {
  code?: string
  ctrl?: boolean
  shift?: boolean
  alt?: boolean
}

/** An editor on lines written like `# heading`, `- bullet`, `-- deeper`, `1. numbered`; `|` is the caret. */
const writing = (...written: string[]) => {
  const text = new Y.Doc().getText('t')
  let caret = 1
  let length = 0
  for (const line of written) {
    const [, sign = '', said = ''] = /^(# |-+ |1\. )?(.*)$/.exec(line) ?? []
    const plain = said.replace('|', '')
    if (said.includes('|')) caret = length + said.indexOf('|') + 1
    const level = sign.length - 1
    const kind = sign === '# ' ? 'heading' : sign === '1. ' ? 'numbered' : sign ? 'bullet' : null
    text.insert(text.length, plain, {})
    text.insert(text.length, '\n', { ...(kind && { kind }), ...(kind === 'bullet' && level > 1 && { level }) })
    length += plain.length + 2
  }
  const asked: string[] = []
  let binding: TextBinding | null = null
  const ask = (what: string) => () => void asked.push(what)
  const editor = new EditorView(document.body.appendChild(document.createElement('div')), {
    state: EditorState.create({
      doc: readDocument(text),
      plugins: keys({ undo: ask('undo'), redo: ask('redo'), editLink: ask('link'), help: ask('help') }),
    }),
    dispatchTransaction: (tr) => binding?.dispatch(tr),
  })
  view = editor
  binding = openTextBinding({ text, view: editor })
  editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, caret)))
  return {
    asked,
    /** Whether the editor took the key. */
    press: (key: string, { code = '', ctrl = false, shift = false, alt = false }: Key = {}): boolean => {
      const event = new KeyboardEvent('keydown', {
        key,
        code,
        ctrlKey: ctrl,
        shiftKey: shift,
        altKey: alt,
        bubbles: true,
        cancelable: true,
      })
      editor.dom.dispatchEvent(event)
      return event.defaultPrevented
    },
    type: (typed: string) => {
      for (const character of typed) {
        const { from, to } = editor.state.selection
        const insert = () => editor.state.tr.insertText(character, from, to)
        if (!editor.someProp('handleTextInput', (handle) => handle(editor, from, to, character, insert))) {
          editor.dispatch(insert())
        }
      }
    },
    selectAll: () =>
      editor.dispatch(
        editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 1, editor.state.doc.content.size - 1)),
      ),
    lines: () => readLines(text).map(short),
    runs: () => readLines(text).flatMap((line) => line.runs),
  }
}

const short = (line: Line): string =>
  `${{ paragraph: '', heading: '# ', bullet: `${'-'.repeat(line.level)} `, numbered: '1. ' }[line.kind]}${line.runs.map((run) => run.text).join('')}`

describe('keys', () => {
  it('Enter continues a list and ends it on an empty line', () => {
    const { press, type, lines } = writing('- eins|')
    press('Enter')
    type('zwei')
    expect(lines()).toEqual(['- eins', '- zwei'])
    press('Enter')
    press('Enter')
    expect(lines()).toEqual(['- eins', '- zwei', ''])
  })

  it('Enter moves an empty inner line out first', () => {
    const { press, lines } = writing('- eins', '-- |')
    press('Enter')
    expect(lines()).toEqual(['- eins', '- '])
  })

  it('Enter behind a heading begins a paragraph, before it makes room, within it makes two', () => {
    const behind = writing('# Plan|')
    behind.press('Enter')
    expect(behind.lines()).toEqual(['# Plan', ''])
    view?.destroy()
    const before = writing('# |Plan')
    before.press('Enter')
    expect(before.lines()).toEqual(['', '# Plan'])
    view?.destroy()
    const within = writing('# Pl|an')
    within.press('Enter')
    expect(within.lines()).toEqual(['# Pl', '# an'])
  })

  it('Backspace at a line’s start takes its level, then its kind, then joins', () => {
    const { press, lines } = writing('davor', '-- |eins')
    press('Backspace')
    expect(lines()).toEqual(['davor', '- eins'])
    press('Backspace')
    expect(lines()).toEqual(['davor', 'eins'])
    press('Backspace')
    expect(lines()).toEqual(['davoreins'])
  })

  it('Tab moves list lines in and out and leaves the editor everywhere else', () => {
    const { press, lines } = writing('- eins|', 'Text')
    expect(press('Tab')).toBe(true)
    expect(press('Tab')).toBe(true)
    expect(lines()).toEqual(['--- eins', 'Text'])
    expect(press('Tab')).toBe(false)
    expect(press('Tab', { shift: true })).toBe(true)
    expect(press('Escape')).toBe(false)
    expect(press('Tab')).toBe(false)
    expect(lines()).toEqual(['-- eins', 'Text'])
    view?.destroy()
    expect(writing('Text|').press('Tab')).toBe(false)
  })

  it('Ctrl with digits changes the kind wherever the digits are, and back', () => {
    const { press, lines } = writing('Zeile|')
    press('/', { code: 'Digit7', ctrl: true, shift: true })
    expect(lines()).toEqual(['1. Zeile'])
    press('(', { code: 'Digit8', ctrl: true, shift: true })
    expect(lines()).toEqual(['- Zeile'])
    press('1', { code: 'Digit1', ctrl: true, alt: true })
    expect(lines()).toEqual(['# Zeile'])
    press('1', { code: 'Digit1', ctrl: true, alt: true })
    expect(lines()).toEqual(['Zeile'])
  })

  it('Ctrl+B and Ctrl+I mark the selection', () => {
    const { press, selectAll, runs } = writing('fett')
    selectAll()
    press('b', { ctrl: true })
    press('i', { ctrl: true })
    expect(runs()).toEqual([{ text: 'fett', marks: { bold: true, italic: true } }])
    press('b', { ctrl: true })
    expect(runs()).toEqual([{ text: 'fett', marks: { italic: true } }])
  })

  it('asks for undo, redo, link and help', () => {
    const { press, asked } = writing('|')
    press('z', { ctrl: true })
    press('z', { ctrl: true, shift: true })
    press('y', { ctrl: true })
    press('k', { ctrl: true })
    press('/', { code: 'NumpadDivide', ctrl: true })
    expect(asked).toEqual(['undo', 'redo', 'redo', 'link', 'help'])
  })
})

describe('typed signs', () => {
  it('make lists at a line’s start, and Backspace gives the signs back', () => {
    const { type, press, lines, runs } = writing('|')
    type('- ')
    expect(lines()).toEqual(['- '])
    expect(runs()).toEqual([])
    press('Backspace')
    expect(runs()).toEqual([{ text: '- ', marks: {} }])
  })

  it('know stars and numbers too, and leave other places alone', () => {
    const star = writing('|')
    star.type('* x')
    expect(star.lines()).toEqual(['- x'])
    view?.destroy()
    const number = writing('|')
    number.type('1. x')
    expect(number.lines()).toEqual(['1. x'])
    view?.destroy()
    const heading = writing('# |')
    heading.type('- x 1. y')
    expect(heading.lines()).toEqual(['# - x 1. y'])
  })
})
