import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { schema } from '../../src/editor/schema.ts'
import { changedLine } from '../../src/editor/formats.ts'
import * as people from './replicas.ts'
import { expectShownAsSaid } from './session.ts'

/** Amina and Bruno, each with a device, after both have read the same lines. */
const together = (...lines: string[]) => {
  const amina = people.openWriter('Amina', 1)
  const bruno = people.openWriter('Bruno', 2)
  if (lines.length > 0) people.typeText(amina, lines.join('\n'))
  people.everyoneMeets([amina, bruno])
  amina.undo.endGroup()
  return { amina, bruno, everyone: [amina, bruno] }
}

const meet = (everyone: readonly people.Writer[]): string[] => {
  people.everyoneMeets(everyone)
  for (const writer of everyone) expectShownAsSaid(writer)
  const [first, second] = everyone.map(said)
  expect(second).toEqual(first)
  return first ?? []
}

const said = (writer: people.Writer): string[] =>
  people
    .linesAsSaid(writer)
    .map(
      ({ kind, level, runs }) =>
        `${kind === 'paragraph' ? '' : `${kind} ${level}: `}${runs.map((run) => run.text).join('')}`,
    )

describe('opening', () => {
  it.each([
    ['an empty text', [] as object[]],
    ['a text without a last newline', [{ insert: 'offen' }]],
    [
      'formats of a newer app',
      [
        { insert: 'neu', attributes: { x: 1 } },
        { insert: '\n', attributes: { kind: 'quote' } },
      ],
    ],
  ])('%s writes nothing', (_what, delta) => {
    const source = new Y.Doc()
    source.getText('text/ziele').applyDelta(delta)
    const writer = people.openWriter('Amina', 1, { known: [Y.encodeStateAsUpdate(source)] })
    people.select(writer, 1)
    expect(writer.unsent).toEqual([])
    expectShownAsSaid(writer)
  })
})

describe('without a network between them', () => {
  it('one makes a heading, the other writes in it', () => {
    const { amina, bruno, everyone } = together('Ziel')
    people.setKind(amina, 1, 1, 'heading')
    people.typeInLine(bruno, 0, true, 'e 2026')
    expect(meet(everyone)).toEqual(['heading 1: Ziele 2026'])
  })

  it('both make the same list: it is there once', () => {
    const { everyone } = together('eins', 'zwei')
    for (const writer of everyone) people.setKind(writer, 1, 8, 'bullet')
    expect(meet(everyone)).toEqual(['bullet 1: eins', 'bullet 1: zwei'])
  })

  it('one splits a line, the other writes behind the split', () => {
    const { amina, bruno, everyone } = together('vorn hinten')
    people.edit(amina, (tr) => tr.split(5))
    people.typeInLine(bruno, 0, true, ' mehr')
    expect(meet(everyone)).toEqual(['vorn', ' hinten mehr'])
  })

  it('one joins two lines, the other writes in the second', () => {
    const { amina, bruno, everyone } = together('eins', 'zwei')
    people.edit(amina, (tr) => tr.join(6))
    people.typeInLine(bruno, 1, false, 'und ')
    expect(meet(everyone)).toEqual(['einsund zwei'])
  })

  it('both write the first words of an empty section: two lines', () => {
    const { amina, bruno, everyone } = together()
    people.typeText(amina, 'Anfang')
    people.typeText(bruno, 'Beginn')
    expect(meet(everyone).sort()).toEqual(['Anfang', 'Beginn'])
    expect(people.wholeText(amina).endsWith('\n')).toBe(true)
  })

  it('one replaces a word by one with the same first letter, the other writes behind that letter', () => {
    const { amina, bruno, everyone } = together('Haus')
    people.paste(amina, 1, 5, ['Hund'])
    people.select(bruno, 2)
    people.typeText(bruno, 'x')
    expect(meet(everyone).join()).toContain('Hund')
  })

  it('one deletes the last line, the other writes behind it', () => {
    const { amina, bruno, everyone } = together('bleibt', 'geht')
    people.edit(amina, (tr) => tr.delete(8, 14))
    people.writeForeign(bruno, [{ retain: 12 }, { insert: 'ganz hinten' }])
    expect(meet(everyone)).toEqual(['bleibt', 'ganz hinten'])
    people.typeInLine(amina, 1, true, '!')
    expect(meet(everyone)).toEqual(['bleibt', 'ganz hinten!'])
    expect(people.wholeText(bruno).endsWith('\n')).toBe(true)
  })
})

describe('one edit', () => {
  it('is written where it was made, also among the same letters', () => {
    const { amina } = together('aaaa')
    const before = Y.encodeStateVector(amina.doc)
    people.edit(amina, (tr) => tr.insertText('a', 3))
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(amina.doc))
    const place = Y.createRelativePositionFromTypeIndex(amina.text, 2)
    expect(place.item?.clock).toBe(Y.decodeStateVector(before).get(1))
  })

  it('that changes a kind writes the newline’s format and nothing else', () => {
    const { amina } = together('eine lange Zeile')
    const events: unknown[] = []
    amina.text.observe((event) => events.push(event.delta))
    people.setKind(amina, 1, 1, 'numbered', 2)
    expect(events).toEqual([[{ retain: 16 }, { retain: 1, attributes: { kind: 'numbered', level: 2 } }]])
  })

  it('keeps what a newer app wrote: formats on both halves of a split line, embedded values, kinds it does not know', () => {
    const { amina, everyone } = together('davor danach')
    people.writeForeign(amina, [
      { retain: 5 },
      { insert: { picture: 'x.png' } },
      { retain: 7, attributes: { comment: { id: 7 } } },
      { retain: 1, attributes: { kind: 'quote', align: 'right' } },
    ])
    people.edit(amina, (tr) => tr.split(7))
    people.edit(amina, (tr) => tr.addMark(1, 10, schema.marks.bold.create()))
    meet(everyone)
    expect(amina.text.toDelta()).toEqual([
      { insert: 'davor', attributes: { bold: true } },
      { insert: { picture: 'x.png' }, attributes: { bold: true } },
      { insert: '\n', attributes: { kind: 'quote', align: 'right' } },
      { insert: ' ', attributes: { bold: true, comment: { id: 7 } } },
      { insert: 'danach', attributes: { comment: { id: 7 } } },
      { insert: '\n', attributes: { kind: 'quote', align: 'right' } },
    ])
  })

  it('keeps a level that a peer wrote on a paragraph', () => {
    const { amina, everyone } = together('Zeile')
    people.writeForeign(amina, [{ retain: 5 }, { retain: 1, attributes: { level: 1 } }])
    people.edit(amina, (tr) => tr.setNodeMarkup(0, undefined, changedLine(tr.doc.child(0), { kind: 'heading' })))
    expect(meet(everyone)).toEqual(['heading 1: Zeile'])
  })

  it('never writes half a character', () => {
    const { amina, everyone } = together('a😀b')
    people.edit(amina, (tr) => tr.insertText('😁', 2, 4))
    expect(meet(everyone)).toEqual(['a😁b'])
    people.edit(amina, (tr) => tr.addMark(1, 3, schema.marks.bold.create()))
    expect(meet(everyone)).toEqual(['a😁b'])
    people.edit(amina, (tr) => tr.insertText('x', 3))
    expect(meet(everyone)[0]).toMatch(/^a\uFFFDx\uFFFDb$/)
  })
})

describe('what others do', () => {
  it('leaves the caret where it is and what one is about to type bold', () => {
    const { amina, bruno, everyone } = together('vorn hinten', 'zwei')
    people.select(amina, 5)
    people.edit(amina, (tr) => tr.addStoredMark(schema.marks.bold.create()))
    people.select(bruno, 5)
    people.typeText(bruno, ' Mitte')
    people.typeInLine(bruno, 0, false, 'ganz ')
    meet(everyone)
    expect(amina.view.state.selection.head).toBe(10)
    expect(amina.view.state.storedMarks).toHaveLength(1)
  })

  it('does not widen a selection at its edges', () => {
    const { amina, bruno, everyone } = together('eins zwei drei')
    people.select(amina, 6, 10)
    people.writeForeign(bruno, [{ retain: 5 }, { insert: '<' }, { retain: 4 }, { insert: '>' }])
    meet(everyone)
    const { from, to } = amina.view.state.selection
    expect(amina.view.state.doc.textBetween(from, to)).toBe('zwei')
  })

  it('may be no text at all', () => {
    const { amina, everyone } = together('eins', 'zwei')
    const hostile = new Y.Doc()
    hostile.getArray('text/ziele').insert(0, ['no text', 7, new Y.Map()])
    people.receive(amina, [Y.encodeStateAsUpdate(hostile)])
    expect(amina.view.state.doc.textContent).toBe('einszwei')
    people.typeInLine(amina, 1, true, '!')
    people.everyoneMeets(everyone)
    expect(people.wholeText(amina)).toMatch(/^eins\nzwei!\n/)
    expect(amina.text.length).toBe(people.wholeText(amina).length + 3)
  })

  it('may be an embedded value of any type, which counts one', () => {
    const { amina, bruno, everyone } = together('eins')
    bruno.text.insertEmbed(2, 7)
    bruno.text.insertEmbed(1, new Y.Map())
    people.everyoneMeets(everyone)
    people.typeInLine(amina, 0, true, '!')
    expect(people.wholeText(amina)).toBe('eins!\n')
    expect(people.wholeText(bruno)).toBe('eins\n')
  })
})

describe('undo', () => {
  it('takes back only one’s own and puts the caret where the edit was', () => {
    const { amina, bruno, everyone } = together('eins', 'zwei')
    people.typeInLine(amina, 0, true, ' meins')
    people.typeInLine(bruno, 0, false, 'deins ')
    meet(everyone)
    people.select(amina, amina.view.state.doc.content.size - 1)
    amina.undo.undo()
    expect(meet(everyone)).toEqual(['deins eins', 'zwei'])
    expect(amina.view.state.selection.head).toBe('deins eins'.length + 1)
    amina.undo.redo()
    expect(meet(everyone)).toEqual(['deins eins meins', 'zwei'])
    expect(bruno.undo.canRedo()).toBe(false)
  })

  it('brings back what was cut, with its kinds and marks', () => {
    const { amina, everyone } = together('eins', 'zwei', 'drei')
    people.setKind(amina, 7, 7, 'bullet')
    people.edit(amina, (tr) => tr.addMark(7, 9, schema.marks.italic.create()))
    amina.undo.endGroup()
    const before = amina.text.toDelta() as unknown
    people.edit(amina, (tr) => tr.delete(3, 15))
    amina.undo.undo()
    meet(everyone)
    expect(amina.text.toDelta()).toEqual(before)
  })
})
