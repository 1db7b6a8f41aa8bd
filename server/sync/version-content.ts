import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { readApplication } from '../../src/document/read-application.ts'
import { judgeWholeDraft } from '../../src/document/whole-draft.ts'
import type { Call } from '../../src/domain/call.ts'
import { canonicalText, fingerprint } from '../../src/domain/fingerprint.ts'
import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import { openContent, type ContentLog } from './compact-content.ts'
import { judgeAlone } from './gate/judge-alone.ts'

/** What a version says: the text its fingerprint is of, and the draft as one update with deleted text gone. */
export interface VersionContent {
  content: string
  fingerprint: string
  state: Uint8Array
}

/** The draft as it stands now. */
export const readPresent = (log: ContentLog, call: Call): VersionContent => {
  const doc = openContent(log)
  const made = describe(doc, call)
  doc.destroy()
  return made
}

/**
 * A state that somebody says the draft once had. `invalid` when no app of ours makes such a one, or when it has other
 * words under ids that the server knows; `incomplete` when it has writing or deletions that the server has not got. Words
 * that were deleted since are believed: nobody has them any more.
 */
export const readState = (log: ContentLog, state: Uint8Array, call: Call): Outcome<VersionContent> => {
  const sections = call.sections.map(({ id }) => id)
  const isSound = judgeAlone({ snapshot: null, updates: [] }, state, sections).name !== 'refused'
  if (!isSound || judgeWholeDraft([state], sections) !== 'whole') return refused('invalid')
  const [known, claimed] = [openContent(log), createDraftDocument()]
  try {
    Y.applyUpdate(claimed, state)
    const places = readPlaces(known)
    let news = 0
    known.on('update', () => (news += 1))
    Y.applyUpdate(known, state)
    if (news > 0) return refused('incomplete')
    return isTrue(claimed, places) ? accepted(describe(claimed, call)) : refused('invalid')
  } finally {
    known.destroy()
    claimed.destroy()
  }
}

const describe = (doc: Y.Doc, call: Call): VersionContent => {
  const application = readApplication(doc, call)
  return {
    content: canonicalText(application),
    fingerprint: fingerprint(application),
    state: Y.encodeStateAsUpdate(doc),
  }
}

/** Something that stands in a draft: letters, or one format or value in words, which is then of length 1. */
interface Piece {
  root: string
  client: number
  clock: number
  length: number
  words: string
  /** How much stands before it in its root. */
  at: number
}

/** By client, in the order of their clocks. */
const readPlaces = (doc: Y.Doc): ReadonlyMap<number, readonly Piece[]> => {
  const places = new Map<number, Piece[]>()
  for (const piece of readPieces(doc)) {
    const of = places.get(piece.client)
    if (of) of.push(piece)
    else places.set(piece.client, [piece])
  }
  for (const of of places.values()) of.sort((a, b) => a.clock - b.clock)
  return places
}

function* readPieces(doc: Y.Doc): Generator<Piece> {
  for (const [name, type] of doc.share) {
    let at = 0
    const { _start: first, _map: entries } = type // oxlint-disable-line no-underscore-dangle -- the names are Yjs's
    for (let item = first; item !== null; item = item.right) {
      if (item.deleted) continue
      yield pieceOf(item, name, at)
      at += item.length
    }
    for (const [key, item] of entries) if (!item.deleted) yield pieceOf(item, `${name} ${key}`, 0)
  }
}

const pieceOf = ({ id: { client, clock }, length, content }: Y.Item, root: string, at: number): Piece => {
  const words = content instanceof Y.ContentString ? content.str : inWords(content)
  return { root, client, clock, length, words, at }
}

const inWords = (content: Y.Item['content']): string =>
  content instanceof Y.ContentFormat
    ? JSON.stringify([content.key, content.value])
    : JSON.stringify(content.getContent())

/** Whether what stands in both is the same, at the same places, in the same order. */
const isTrue = (claimed: Y.Doc, places: ReadonlyMap<number, readonly Piece[]>): boolean => {
  const read = new Map<string, number>()
  for (const { root, client, clock, length, words } of readPieces(claimed)) {
    const of = places.get(client) ?? []
    for (let index = firstAfter(of, clock); index < of.length; index += 1) {
      const known = of[index]
      if (!known || known.clock >= clock + length) break
      const [from, to] = [Math.max(clock, known.clock), Math.min(clock + length, known.clock + known.length)]
      const isWhole = from === clock && to === clock + length && length === known.length
      const cut = (piece: { words: string; clock: number }): string =>
        isWhole ? piece.words : piece.words.slice(from - piece.clock, to - piece.clock)
      const place = known.at + from - known.clock
      if (known.root !== root || cut(known) !== cut({ words, clock }) || place < (read.get(root) ?? 0)) return false
      read.set(root, place + to - from)
    }
  }
  return true
}

/** The first piece that ends behind a clock. */
const firstAfter = (pieces: readonly Piece[], clock: number): number => {
  let [low, high] = [0, pieces.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const piece = pieces[middle]
    if (piece && piece.clock + piece.length <= clock) low = middle + 1
    else high = middle
  }
  return low
}
