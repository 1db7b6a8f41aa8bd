import { findDifferences, type Hunk } from './sequence-difference.ts'

/** One text as four know it: as it was seen last, as this person and the others went on from there, and as it stands now. */
export interface Wordings {
  base: string
  mine: string
  theirs: string
  now: string
}

/** Sentences that others changed. `from` and `to` say where they stand in the others' text. */
export interface WordingChange {
  /** Empty where others only added. */
  before: string
  /** Empty where others struck out. */
  theirs: string
  /** What this person made of the same sentences; null where they left them alone. */
  mine: string | null
  now: string
  from: number
  to: number
}

interface Sentence {
  /** What is compared: how it is set apart from the next one says nothing. */
  words: string
  from: number
  to: number
}

/**
 * What others changed in a text, sentence by sentence. No word that they wrote or struck out is missing in it; where
 * this person changed one of the same sentences, it is told with both wordings.
 */
export const compareWordings = ({ base, mine, theirs, now }: Wordings): WordingChange[] => {
  if (base === theirs) return []
  const [before, after, own, later] = [base, theirs, mine, now].map(readSentences) as [Text, Text, Text, Text]
  const foreign = differences(before, after)
  const others = differences(before, own)
  const since = differences(before, later)
  return groupHunks(foreign, others).flatMap((group) => {
    const theirRange = otherSide(group.foreign, group)
    const change = {
      before: cut(before, group),
      theirs: cut(after, theirRange),
      mine: group.own.length === 0 ? null : cut(own, otherSide(group.own, group)),
      now: cut(later, otherSideWidely(since, group)),
      ...place(after, theirRange),
    }
    // Both struck out the same, or wrote the same and the text says it once: nothing is new.
    return change.mine === change.theirs && change.now === change.theirs ? [] : [change]
  })
}

interface Text {
  text: string
  sentences: readonly Sentence[]
}

const readSentences = (text: string): Text => {
  const sentences: Sentence[] = []
  let from = 0
  const end = (to: number): void => {
    const words = text.slice(from, to).replace(/\s+/gu, ' ').trim()
    if (words !== '') sentences.push({ words, from, to })
    from = to
  }
  for (const { index, 0: gap } of text.matchAll(/[.!?…]+[)\]"'»«”“]*[^\S\n]+|\n+/gu)) end(index + gap.length)
  end(text.length)
  return { text, sentences }
}

const differences = (a: Text, b: Text): Hunk[] =>
  findDifferences(
    a.sentences.map(({ words }) => words),
    b.sentences.map(({ words }) => words),
  )

interface Range {
  from: number
  to: number
}

interface Group extends Range {
  foreign: Hunk[]
  own: Hunk[]
}

/** Foreign differences in order, each with the own ones that touch the same sentences, and whatever those touch in turn. */
const groupHunks = (foreign: readonly Hunk[], own: readonly Hunk[]): Group[] => {
  const groups: Group[] = []
  for (const hunk of foreign) {
    const last = groups.at(-1)
    const group = last && isSame(hunk, last) ? last : { from: hunk.aFrom, to: hunk.aTo, foreign: [], own: [] }
    if (group !== last) groups.push(group)
    group.foreign.push(hunk)
    group.to = Math.max(group.to, hunk.aTo)
    for (const each of own) {
      if (group.own.includes(each) || !isSame(each, group)) continue
      group.own.push(each)
      group.from = Math.min(group.from, each.aFrom)
      group.to = Math.max(group.to, each.aTo)
    }
  }
  return groups
}

/** Whether a difference touches sentences of a range, or puts something in the very place where the other does. */
const isSame = ({ aFrom, aTo }: Hunk, { from, to }: Range): boolean =>
  (aFrom < to && from < aTo) || (aFrom === from && aTo === to)

/** The other side of a range that its hunks do not leave. */
const otherSide = (hunks: readonly Hunk[], { from, to }: Range): Range => {
  const [first, last] = [hunks[0], hunks.at(-1)]
  if (!first || !last) return { from, to }
  return { from: first.bFrom - (first.aFrom - from), to: last.bTo + (to - last.aTo) }
}

/** The other side of a range, with whatever was put at its edges. */
const otherSideWidely = (hunks: readonly Hunk[], range: Range): Range => {
  const touching = hunks.filter(({ aFrom, aTo }) => aFrom <= range.to && aTo >= range.from)
  const [first, last] = [touching[0], touching.at(-1)]
  if (first && last) {
    const from = Math.min(range.from, first.aFrom)
    return otherSide(touching, { from, to: Math.max(range.to, last.aTo) })
  }
  const moved = hunks
    .filter(({ aTo }) => aTo < range.from)
    .reduce((sum, { aFrom, aTo, bFrom, bTo }) => sum + (bTo - bFrom) - (aTo - aFrom), 0)
  return { from: range.from + moved, to: range.to + moved }
}

const place = ({ text, sentences }: Text, { from, to }: Range): Range => {
  const start = sentences[from]?.from ?? text.length
  return { from: start, to: to > from ? (sentences[to - 1]?.to ?? start) : start }
}

const cut = (text: Text, range: Range): string => {
  const { from, to } = place(text, range)
  return text.text.slice(from, to).trim()
}

/** A piece of two wordings: in both, only in the earlier, or only in the later one. */
export interface WordPiece {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/**
 * Two wordings as one, word by word; neighbouring words that changed are one piece. Without what is new it is `before`,
 * without what is gone `after`.
 */
export const compareWords = (before: string, after: string): WordPiece[] => {
  const [a, b] = [readWords(before), readWords(after)]
  const pieces: WordPiece[] = []
  const add = (kind: WordPiece['kind'], text: string): void => {
    if (text !== '') pieces.push({ kind, text })
  }
  let [gone, fresh] = ['', '']
  let read = 0
  for (const { aFrom, aTo, bFrom, bTo } of findDifferences(a, b)) {
    const same = a.slice(read, aFrom).join('')
    if (gone + fresh !== '' && same.trim() === '') {
      gone += same
      fresh += same
    } else {
      add('gone', gone)
      add('new', fresh)
      add('same', same)
      gone = fresh = ''
    }
    gone += a.slice(aFrom, aTo).join('')
    fresh += b.slice(bFrom, bTo).join('')
    read = aTo
  }
  add('gone', gone)
  add('new', fresh)
  add('same', a.slice(read).join(''))
  return pieces
}

/** Words, what is between them, and every other sign. */
export const readWords = (text: string): string[] => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? []
