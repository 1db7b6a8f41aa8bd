import * as fc from 'fast-check'
import { expect } from 'vitest'
import { lineKinds } from '../../src/document/lines.ts'
import { schema } from '../../src/editor/schema.ts'
import * as people from './replicas.ts'
import type { Writer } from './replicas.ts'

/** One thing somebody does. `at` and `to` are places as thousandths of the text; `choice` decides between variants. */
export interface Act {
  who: number
  what: (typeof acts)[number]
  at: number
  to: number
  choice: number
}

const acts = [
  'types',
  'writes on',
  'pastes',
  'splits',
  'joins',
  'changes kind',
  'marks',
  'unmarks',
  'cuts',
  'replaces',
  'undoes',
  'redoes',
  'composes',
  'ends composing',
  'meets',
  'meets',
  'everyone meets',
  'newer app formats',
  'newer app writes',
  'newer app embeds',
] as const

export const someActs = (writers: number): fc.Arbitrary<Act[]> =>
  fc.array(
    fc.record({
      who: fc.nat(writers - 1),
      what: fc.constantFrom(...acts),
      at: fc.nat(1000),
      to: fc.nat(1000),
      choice: fc.nat(11),
    }),
    { minLength: 4, maxLength: 40 },
  )

/** Something that may only go away when somebody takes it away: a word, an embedded value, a format of a newer app. */
interface Trace {
  by: Writer
  isIn(writer: Writer): boolean
}

/** Plays a session and checks after each act what must hold; at the end everyone meets and must agree. */
export const playSession = (
  writers: number,
  session: readonly Act[],
  open = (at: number): Writer => people.openWriter(`writer ${at}`, at + 1),
): void => {
  const everyone = Array.from({ length: writers }, (_, at) => open(at))
  const inbox = new Map<Writer, Uint8Array[]>(everyone.map((writer) => [writer, []]))
  const traces = new Set<Trace>()
  let count = 0

  const deliver = (writer: Writer, choice: number): void => {
    collect()
    const updates = inbox.get(writer)?.splice(0) ?? []
    if (choice % 3 === 1) updates.reverse()
    people.receive(writer, choice % 4 === 2 ? [...updates, ...updates.slice(0, 3)] : updates)
    collect()
  }
  const collect = (): void => {
    for (const writer of everyone) {
      const updates = writer.unsent.splice(0)
      for (const other of everyone) if (other !== writer) inbox.get(other)?.push(...updates)
    }
  }
  const word = (writer: Writer, choice: number): string => {
    count += 1
    // Its first and last letter are nobody else's, so that no cut can put the same word together again.
    const [first, last] = [0x4e00 + 2 * count, 0x4e01 + 2 * count].map((code) => String.fromCodePoint(code))
    const text = `${first}${['', 'aa', '😀', 'e\u0301', '👩‍👧'][choice % 5]}${last}`
    traces.add({ by: writer, isIn: (other) => people.wholeText(other).includes(text) })
    return text
  }

  for (const { who, what, at, to, choice } of session) {
    const writer = everyone[who] as Writer
    const [from, end] = [people.caretAt(writer, at), people.caretAt(writer, to)].sort((a, b) => a - b) as [
      number,
      number,
    ]
    const { view } = writer
    const there = [...traces].filter((trace) => trace.isIn(writer))
    switch (what) {
      case 'types':
        people.select(writer, from)
        people.typeText(writer, `${word(writer, choice)} `)
        break
      case 'writes on': {
        const { head } = view.state.selection
        people.edit(writer, (tr) => tr.insertText(word(writer, choice), head))
        break
      }
      case 'pastes':
        people.paste(
          writer,
          from,
          from,
          [word(writer, choice), word(writer, choice + 1), ''].slice(0, 1 + (choice % 3)),
        )
        break
      case 'splits':
        people.edit(writer, (tr) => tr.split(from))
        break
      case 'joins': {
        const before = view.state.doc.resolve(from).before(1)
        if (before > 0) people.edit(writer, (tr) => tr.join(before))
        break
      }
      case 'changes kind':
        people.setKind(writer, from, choice % 2 ? end : from, lineKinds[choice % 4] ?? 'paragraph', 1 + (choice % 3))
        break
      case 'marks':
        people.edit(writer, (tr) => tr.addMark(from, end, someMark(choice)))
        break
      case 'unmarks':
        people.edit(writer, (tr) => tr.removeMark(from, end, choice % 4 === 0 ? null : someMark(choice)))
        break
      case 'cuts':
        people.edit(writer, (tr) => tr.delete(from, end))
        break
      case 'replaces':
        people.paste(writer, from, end, choice % 2 ? [word(writer, choice)] : ['', word(writer, choice)])
        break
      case 'undoes':
        writer.undo.undo()
        for (const trace of there) if (trace.by !== writer) expect(trace.isIn(writer)).toBe(true)
        break
      case 'redoes':
        writer.undo.redo()
        break
      case 'composes':
        people.select(writer, from)
        view.composing = true
        break
      case 'ends composing':
        view.composing = false
        writer.binding.release()
        break
      case 'meets':
        deliver(writer, choice)
        break
      case 'everyone meets':
        for (const one of everyone) deliver(one, choice)
        break
      case 'newer app formats': {
        const key = `x${(count += 1)}`
        const [first, last] = [writer.binding.indexAt(from), writer.binding.indexAt(end)]
        people.writeForeign(writer, [{ retain: first }, { retain: last - first, attributes: { [key]: { a: 1 } } }])
        break
      }
      case 'newer app writes': {
        const text = word(writer, 0)
        const key = `x${count}`
        const insert = { insert: text, attributes: { [key]: { b: [2], a: 1 } } }
        people.writeForeign(writer, [{ retain: writer.binding.indexAt(from) }, insert])
        traces.add({ by: writer, isIn: (other) => has(other, text, key) })
        break
      }
      case 'newer app embeds': {
        const id = `embed-${(count += 1)}`
        people.writeForeign(writer, [{ retain: writer.binding.indexAt(from) }, { insert: { id } }])
        traces.add({ by: writer, isIn: (other) => has(other, id) })
        break
      }
    }
    if (choice < 9) writer.undo.endGroup()
    if (what !== 'meets' && what !== 'everyone meets') {
      for (const trace of there) if (!trace.isIn(writer)) traces.delete(trace)
      for (const trace of traces)
        if (trace.by === writer && !there.includes(trace) && !trace.isIn(writer)) traces.delete(trace)
    }
    if (!view.composing && what !== 'meets') expectShownAsSaid(writer)
  }

  for (const writer of everyone) {
    writer.view.composing = false
    writer.binding.release()
    deliver(writer, 0)
  }
  collect()
  for (const writer of everyone) people.receive(writer, inbox.get(writer) ?? [])
  people.everyoneMeets(everyone)
  for (const writer of everyone) {
    expectShownAsSaid(writer)
    expect(people.textAsSaid(writer)).toEqual(people.textAsSaid(everyone[0] as Writer))
    expect(people.wholeText(writer)).not.toMatch(
      /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\uFFFD/,
    )
    for (const trace of traces) expect(trace.isIn(writer)).toBe(true)
  }
}

export const expectShownAsSaid = (writer: Writer): void => {
  writer.view.state.doc.check()
  expect(people.textAsShown(writer)).toEqual(people.textAsSaid(writer))
  expect(people.linesAsShown(writer)).toEqual(people.linesAsSaid(writer))
}

const has = ({ text }: Writer, part: string, format = ''): boolean =>
  (text.toDelta() as object[]).some((op) => [part, format].every((one) => JSON.stringify(op).includes(one)))

const someMark = (choice: number) => {
  if (choice % 3 === 0) return schema.marks.bold.create()
  return choice % 3 === 1
    ? schema.marks.italic.create()
    : schema.marks.link.create({ href: `https://a.example/${choice}` })
}
