// @vitest-environment jsdom
import * as Y from 'yjs'
import { afterEach, describe, expect, it } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { openSectionEditor, type SectionEditor } from '../../src/editor/section-editor.ts'
import { flagPlace } from '../../src/editor/flag-place.ts'
import { measureNothing } from './no-layout.ts'

measureNothing()
const closing: (() => void)[] = []

afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

/** Amina's page, and Bruno's awareness as it arrives there. */
const together = () => {
  const doc = new Y.Doc()
  const text = doc.getText('text/ziele')
  text.insert(0, 'Betriebe fragt bisher niemand\n')
  const awareness = new Awareness(doc)
  const bruno = new Awareness(new Y.Doc())
  bruno.on('update', ({ added, updated }: Record<'added' | 'updated', number[]>) =>
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(bruno, [...added, ...updated]), 'network'),
  )
  const element = document.body.appendChild(document.createElement('div'))
  const editor: SectionEditor = openSectionEditor({
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
  closing.push(() => {
    editor.destroy()
    awareness.destroy()
    bruno.destroy()
  })
  const at = (index: number) =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, -1)) as unknown
  return {
    text,
    element,
    editor,
    awareness,
    brunoSays: (state: Record<string, unknown>) => bruno.setLocalState(state),
    at,
    flags: () => [...element.querySelectorAll('.eb-caret')].map((caret) => `${caret.className} ${caret.textContent}`),
    wash: () => element.querySelector('.eb-wash')?.textContent ?? null,
  }
}

const person = { name: 'Bruno Seidel', organisation: 'Stadt', sector: 'administration' }

describe('somebody else’s caret', () => {
  it('says name and organisation in the sector’s colour and shape, hidden from screen readers', async () => {
    const { brunoSays, at, flags, element } = together()
    brunoSays({ person, place: { sectionId: 'ziele', anchor: at(8), head: at(8) } })
    await expect.poll(flags).toEqual([expect.stringContaining('Bruno Seidel · Stadt')])
    expect(element.querySelector('.eb-caret.eb-administration.eb-named svg rect')).not.toBeNull()
    expect(element.querySelector('.eb-carets')?.getAttribute('aria-hidden')).toBe('true')
    expect(element.querySelector('[role=textbox]')?.textContent).toBe('Betriebe fragt bisher niemand')
  })

  it('shows a selection as a wash that moves with the text', async () => {
    const { brunoSays, at, wash, text } = together()
    brunoSays({ person, place: { sectionId: 'ziele', anchor: at(9), head: at(14) } })
    await expect.poll(wash).toBe('fragt')
    text.insert(0, 'Alle ')
    expect(wash()).toBe('fragt')
  })

  it('is gone when they leave or go to another section', async () => {
    const { brunoSays, at, flags } = together()
    brunoSays({ person, place: { sectionId: 'ziele', anchor: at(1), head: at(1) } })
    await expect.poll(flags).toHaveLength(1)
    brunoSays({ person, place: { sectionId: 'kurz', anchor: at(1), head: at(1) } })
    await expect.poll(flags).toHaveLength(0)
  })

  it('does not trust what it is told', async () => {
    const { brunoSays, at, flags } = together()
    const places = [
      null,
      7,
      { sectionId: 'ziele' },
      { sectionId: 'ziele', anchor: { tname: 'x', item: 5 }, head: 'no' },
    ]
    for (const place of places) brunoSays({ person, place })
    brunoSays({ person: { ...person, sector: 'eb-flag' }, place: { sectionId: 'ziele', anchor: at(1), head: at(1) } })
    brunoSays({
      person: { ...person, name: '<b>Bruno</b>' },
      place: { sectionId: 'ziele', anchor: at(1), head: at(1) },
    })
    await expect.poll(flags).toEqual([expect.stringContaining('<b>Bruno</b> · Stadt')])
  })
})

describe('one’s own place', () => {
  it('is told with the focus and taken back without it', async () => {
    const { awareness, editor, element } = together()
    awareness.setLocalState({ person })
    const place = () => (awareness.getLocalState()?.['place'] ?? null) as { sectionId: string } | null
    editor.focus('end')
    await expect.poll(place).toMatchObject({ sectionId: 'ziele' })
    ;(element.querySelector('[role=textbox]') as HTMLElement).blur()
    expect(place()).toBeNull()
  })
})

describe('a flag', () => {
  const line = (top: number, right: number) => ({ top, bottom: top + 20, left: 0, right })
  const caret = (left: number, top: number) => ({ top, bottom: top + 20, left, right: left })
  const edge = { top: 0, bottom: 100, left: 0, right: 560 }

  it('stands behind the end of its line where there is room', () => {
    expect(flagPlace(caret(300, 28), [line(0, 550), line(28, 300)], 200, edge, [])).toMatchObject({
      top: 28,
      left: 303,
    })
  })

  it('goes behind the next line’s end, or below and left of the edge', () => {
    expect(flagPlace(caret(300, 0), [line(0, 550), line(28, 200)], 200, edge, [])).toMatchObject({ top: 28, left: 203 })
    expect(flagPlace(caret(500, 0), [line(0, 550)], 200, edge, [])).toMatchObject({ top: 20, left: 360 })
  })

  it('makes room for one that stands there already', () => {
    const first = flagPlace(caret(100, 0), [line(0, 100)], 150, edge, [])
    expect(flagPlace(caret(50, 0), [line(0, 100)], 150, edge, [first])).toMatchObject({ top: 0, left: first.right + 3 })
  })
})
