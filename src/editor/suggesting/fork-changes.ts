import { maxSuggested, type SuggestedOp } from '../../domain/discussion-entry.ts'
import type { ForkPiece } from './compare-fork.ts'
import { withoutSameAgain } from './same-again.ts'

/** What a fork says otherwise in one place: a passage of the content, in UTF-16 units, and the change to it. */
export interface ForkChange {
  from: number
  to: number
  quote: string
  change: readonly SuggestedOp[]
}

export interface ForkChanges {
  changes: readonly ForkChange[]
  /** Places in the content at which the fork was written in lately. */
  touched: readonly number[]
}

/** Changes no farther apart than this, in one line, are one: nobody decides on every second word. */
const joinedWithin = 16

/** What differs, place by place. Passages are whole words, so that they can be read and found again. */
export const readForkChanges = (pieces: readonly ForkPiece[]): ForkChanges => {
  const cores: Core[] = []
  const touched: number[] = []
  let words = ''
  let open: Core | null = null
  for (const piece of withoutSameAgain(pieces)) {
    if (piece.kind === 'touched') {
      touched.push(words.length)
      continue
    }
    const isChange = piece.kind !== 'kept' || piece.formats !== null
    if (isChange) {
      open ??= begin(cores, words.length)
      put(open, words.length, piece)
    }
    if (piece.kind !== 'new') words += piece.text
    if (isChange && open) open.to = words.length
    else if (open && (words.length - open.to > joinedWithin || piece.text.includes('\n'))) open = null
  }
  return { changes: joined(cores, words).map((core) => finished(core, words)), touched }
}

interface Core {
  from: number
  to: number
  ops: SuggestedOp[]
}

const begin = (cores: Core[], at: number): Core => {
  const core: Core = { from: at, to: at, ops: [] }
  cores.push(core)
  return core
}

const put = (core: Core, at: number, piece: Exclude<ForkPiece, { kind: 'touched' }>): void => {
  if (at > core.to) core.ops.push({ retain: at - core.to })
  if (piece.kind === 'kept') core.ops.push({ retain: piece.text.length, formats: piece.formats ?? {} })
  else if (piece.kind === 'gone') core.ops.push({ delete: piece.text.length })
  else core.ops.push({ insert: piece.text, formats: piece.formats })
}

/** Cores as whole words; those that touch the same word are one. */
const joined = (cores: readonly Core[], words: string): Core[] => {
  const result: (Core & { widened: [number, number] })[] = []
  for (const core of cores) {
    const widened = asWords(core, words)
    const last = result.at(-1)
    if (last && widened[0] < last.widened[1]) {
      last.ops.push(...(core.from > last.to ? [{ retain: core.from - last.to }] : []), ...core.ops)
      last.to = core.to
      last.widened[1] = Math.max(last.widened[1], widened[1])
    } else result.push({ ...core, ops: [...core.ops], widened })
  }
  return result.map(({ from, ops, widened: [start, end] }) => ({
    from: start,
    to: end,
    ops: from > start ? [{ retain: from - start }, ...ops] : ops,
  }))
}

const isSpace = (words: string, at: number): boolean => at < 0 || at >= words.length || /\s/.test(words.charAt(at))

/** Grows to whole words. What is only put in takes the word before it in its line, else the one after it. */
const asWords = ({ from, to }: Core, words: string): [number, number] => {
  let [start, end] = [from, to]
  const inWord = (at: number): boolean => !isSpace(words, at - 1) && !isSpace(words, at)
  if (from === to && !inWord(from)) {
    while (start > 0 && isBlank(words, start - 1)) start -= 1
    if (start === 0 || words[start - 1] === '\n') {
      while (end < words.length && isBlank(words, end)) end += 1
      while (!isSpace(words, end)) end += 1
      return [from, end]
    }
  }
  if (from === to || !isBlank(words, from)) while (!isSpace(words, start - 1)) start -= 1
  while (inWord(end)) end += 1
  return [start, end]
}

const isBlank = (words: string, at: number): boolean => words[at] !== '\n' && isSpace(words, at)

const finished = ({ from, to, ops }: Core, words: string): ForkChange => ({
  from,
  to,
  quote: words.slice(from, to),
  change: inOrder(ops),
})

/** Of what stands between two retained parts the deletions first; nothing longer than an entry may hold. */
const inOrder = (ops: readonly SuggestedOp[]): SuggestedOp[] => {
  const result: SuggestedOp[] = []
  let inserts: SuggestedOp[] = []
  let deleted = 0
  const close = (): void => {
    if (deleted > 0) result.push({ delete: deleted })
    result.push(...inserts)
    inserts = []
    deleted = 0
  }
  for (const op of ops) {
    if ('delete' in op) deleted += op.delete
    else if ('insert' in op) inserts.push(...portions(op))
    else {
      close()
      const last = result.at(-1)
      if (last && 'retain' in last && !last.formats && !op.formats) last.retain += op.retain
      else result.push({ ...op })
    }
  }
  close()
  return result
}

const portions = (op: Extract<SuggestedOp, { insert: string }>): SuggestedOp[] => {
  const result: SuggestedOp[] = []
  for (let at = 0; at < op.insert.length;) {
    const end = at + maxSuggested
    const length = /[\uD800-\uDBFF]/.test(op.insert.charAt(end - 1)) ? maxSuggested - 1 : maxSuggested
    result.push({ ...op, insert: op.insert.slice(at, at + length) })
    at += length
  }
  return result
}
