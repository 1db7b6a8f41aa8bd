// @vitest-environment jsdom
import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { openSectionReading } from '../../src/editor/section-reading.ts'

const written = (...lines: { text: string; kind?: string; level?: number }[]): Y.Text => {
  const text = new Y.Doc().getText('text/ziele')
  text.applyDelta(
    lines.flatMap(({ text: words, kind, level }) => [
      { insert: words, attributes: {} },
      { insert: '\n', attributes: { ...(kind && { kind }), ...(level && { level }) } },
    ]),
  )
  return text
}

const show = (text: Y.Text) => {
  const element = document.createElement('div')
  const reading = openSectionReading({ text, element, label: 'Ziele', language: 'de' })
  return { element, reading, lines: () => Array.from(element.firstElementChild?.children ?? []) }
}

it('shows the lines as the editor does, numbered as they are counted', () => {
  const { lines } = show(
    written(
      { text: 'Ziele', kind: 'heading' },
      { text: 'eins', kind: 'numbered' },
      { text: 'zwei', kind: 'numbered' },
      { text: 'Punkt', kind: 'bullet' },
      { text: 'wieder eins', kind: 'numbered' },
    ),
  )
  expect(lines().map((line) => [line.tagName, line.textContent, line.getAttribute('start')])).toEqual([
    ['H3', 'Ziele', null],
    ['OL', 'eins', null],
    ['OL', 'zwei', '2'],
    ['UL', 'Punkt', null],
    ['OL', 'wieder eins', null],
  ])
})

it('shows what this app does not know as nothing, and writes nothing', async () => {
  const text = written({ text: 'bekannt', kind: 'tabelle-2031' })
  text.insert(3, 'neu', { farbe: 'rot', link: 'javascript:alert(1)' })
  text.insertEmbed(0, { type: 'bild' })
  let updates = 0
  text.doc?.on('update', () => (updates += 1))
  const { element, lines, reading } = show(text)
  expect(element.textContent).toBe('bekneuannt')
  expect(element.querySelector('a')).toBeNull()
  expect(updates).toBe(0)

  text.insert(0, 'jetzt ')
  await Promise.resolve()
  expect(lines()[0]?.textContent).toContain('jetzt')
  reading.destroy()
  expect(element.childElementCount).toBe(0)
  text.insert(0, 'danach ')
  await Promise.resolve()
  expect(element.childElementCount).toBe(0)
})
