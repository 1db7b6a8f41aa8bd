import * as Y from 'yjs'
import type { Call } from '../domain/call.ts'
import { findDifferences } from '../domain/sequence-difference.ts'
import { removePartner, setFact, setField, setPartnerFact } from './edit-expression.ts'
import { lineFormats, readLineFormat, readMarks, type Formats } from './lines.ts'
import { fieldsName, textName } from './names.ts'

/** A restoring that can be taken back; whoever gets it lets go of it. */
export interface Restored {
  undo(): void
  /** Deleted words are kept in memory until then. */
  letGo(): void
}

/**
 * Makes sections, and where `withFacts` says so the facts, read as in another document of the same call: as one edit of
 * this person's that touches only words that differ, so that what others write at the same time stays.
 */
export const restore = (
  doc: Y.Doc,
  from: Y.Doc,
  call: Call,
  { sectionIds, withFacts }: { sectionIds: readonly string[]; withFacts: boolean },
): Restored => {
  const texts = sectionIds.map((id) => doc.getText(textName(id)))
  const origin = Symbol('restored')
  const manager = new Y.UndoManager([...texts, doc.getMap(fieldsName)], { trackedOrigins: new Set([origin]) })
  doc.transact(() => {
    sectionIds.forEach((id, index) => {
      const text = texts[index]
      if (text) makeAlike(text, from.getText(textName(id)))
    })
    if (withFacts) restoreFacts(doc, from, call)
  }, origin)
  return { undo: () => manager.undo(), letGo: () => manager.destroy() }
}

interface Piece {
  from: number
  to: number
  formats: Record<string, unknown>
}

interface Reading {
  text: string
  pieces: Piece[]
}

/** What stands in a section, with the formats this app knows: each newline has its line's, all else its marks. */
const read = (source: Y.Text): Reading => {
  let text = ''
  const pieces: Piece[] = []
  for (const { insert, attributes } of source.toDelta() as { insert: unknown; attributes?: Formats }[]) {
    for (const part of typeof insert === 'string' ? insert.split(/(\n)/u) : ['\uFFFC']) {
      if (part === '') continue
      const formats = part === '\n' ? { ...lineFormats(readLineFormat(attributes)) } : { ...readMarks(attributes) }
      pieces.push({ from: text.length, to: (text += part).length, formats })
    }
  }
  return { text, pieces }
}

/** A section that was written in keeps its last newline. */
const blank: Reading = { text: '\n', pieces: [{ from: 0, to: 1, formats: {} }] }

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+|\n|[^\S\n]+|[^\p{L}\p{N}\s]/gu) ?? []

type Op = { retain: number; attributes?: object } | { insert: string; attributes: object } | { delete: number }

const makeAlike = (text: Y.Text, wanted: Y.Text): void => {
  const now = read(text)
  const goal = read(wanted)
  const delta = difference(now, goal.text === '' && now.text !== '' ? blank : goal)
  if (delta.some((op) => !('retain' in op) || op.attributes)) text.applyDelta(delta)
}

const difference = (now: Reading, goal: Reading): Op[] => {
  const [a, b] = [wordsOf(now.text), wordsOf(goal.text)]
  const [aStarts, bStarts] = [starts(a), starts(b)]
  const delta: Op[] = []
  let [at, goalAt] = [0, 0]
  const keepUpTo = (end: number): void => {
    delta.push(...retained(now, goal, at, goalAt, end - at))
    goalAt += end - at
    at = end
  }
  for (const { aFrom, aTo, bFrom, bTo } of findDifferences(a, b)) {
    keepUpTo(aStarts[aFrom] ?? now.text.length)
    const [goneTo, newTo] = [aStarts[aTo] ?? now.text.length, bStarts[bTo] ?? goal.text.length]
    for (const { from, to, formats } of cut(goal, bStarts[bFrom] ?? goal.text.length, newTo)) {
      delta.push({ insert: goal.text.slice(from, to), attributes: formats })
    }
    if (goneTo > at) delta.push({ delete: goneTo - at })
    at = goneTo
    goalAt = newTo
  }
  keepUpTo(now.text.length)
  return delta
}

/** Where each word begins. */
const starts = (words: readonly string[]): number[] => {
  let at = 0
  return words.map((word) => (at += word.length) - word.length)
}

const cut = ({ pieces }: Reading, from: number, to: number): Piece[] =>
  pieces
    .filter((piece) => piece.from < to && from < piece.to)
    .map((piece) => ({ ...piece, from: Math.max(from, piece.from), to: Math.min(to, piece.to) }))

/** The same words, with the formats that differ. */
const retained = (now: Reading, goal: Reading, at: number, goalAt: number, length: number): Op[] =>
  cut(goal, goalAt, goalAt + length).flatMap((wanted) =>
    cut(now, wanted.from - goalAt + at, wanted.to - goalAt + at).map((there): Op => {
      const keys = [...new Set([...Object.keys(there.formats), ...Object.keys(wanted.formats)])]
      const differing = keys.filter((key) => (there.formats[key] ?? null) !== (wanted.formats[key] ?? null))
      const retain = there.to - there.from
      if (differing.length === 0) return { retain }
      return { retain, attributes: Object.fromEntries(differing.map((key) => [key, wanted.formats[key] ?? null])) }
    }),
  )

/** What the partners say of place, organisations and declarations; neither plan nor ticks for oneself. */
const restoreFacts = (doc: Y.Doc, from: Y.Doc, call: Call): void => {
  const [now, goal] = [doc.getMap(fieldsName), from.getMap(fieldsName)]
  const partnersOf = (fields: Y.Map<unknown>) =>
    new Set([...fields.keys()].flatMap((key) => /^partner\/([^/]+)\//.exec(key)?.[1] ?? []))
  const kept = partnersOf(goal)
  for (const id of partnersOf(now)) if (!kept.has(id)) removePartner(doc, id)
  for (const key of new Set([...now.keys(), ...goal.keys()])) {
    const value = primitive(goal.get(key))
    if (value === primitive(now.get(key))) continue
    const [room, id, part] = key.split('/')
    if (call.fields.some((field) => field.id === key)) setFact(doc, key, value)
    else if (room === 'partner' && id && part && call.partners.fields.some((field) => field.id === part))
      setPartnerFact(doc, id, part, value)
    else if (room === 'partner' || room === 'declaration') setField(doc, key, value)
  }
}

const primitive = (value: unknown): string | number | boolean | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
