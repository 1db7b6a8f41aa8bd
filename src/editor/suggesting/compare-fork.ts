import * as Y from 'yjs'
import { firstItemOf } from '../../document/items.ts'
import type { Formats } from '../../document/lines.ts'
import { isSuggested } from '../../document/suggestion.ts'
import type { SuggestedOp } from '../../domain/discussion-entry.ts'
import { sameFormats } from '../delta.ts'
import { formatChange } from '../formats.ts'

/** What the fork did to a part of the content, in its order. */
export type ForkPiece =
  | { kind: 'kept'; text: string; formats: SuggestedFormats | null }
  | { kind: 'gone'; text: string; formats: SuggestedFormats }
  | { kind: 'new'; text: string; formats: SuggestedFormats }
  /** Here something was written or deleted in the fork lately, whether or not anything is left of it. */
  | { kind: 'touched' }

export type SuggestedFormats = Extract<SuggestedOp, { insert: string }>['formats']

/** Stands for an embedded value wherever a text is compared as letters. */
export const embedded = '\uFFFC'

/**
 * Compares a section's text with that of a fork of it, which knows everything the content knows: items bear the same ids
 * and stand in the same order in both. `isFresh` says whether any of these ids was written or deleted in the fork lately.
 */
export const compareFork = (
  content: Y.Text,
  fork: Y.Text,
  isFresh: (client: number, clock: number, length: number) => boolean = () => false,
): ForkPiece[] => {
  const pieces: ForkPiece[] = []
  const formats = { content: new Map<string, unknown>(), fork: new Map<string, unknown>() }
  const inContent = cursor(content)
  const inFork = cursor(fork)
  for (let theirs = inFork.item(); theirs; theirs = inFork.item()) {
    const ours = inContent.item()
    const isShared =
      ours !== null &&
      ours.id.client === theirs.id.client &&
      ours.id.clock + inContent.offset() === theirs.id.clock + inFork.offset()
    const length = Math.min(inFork.left(), isShared ? inContent.left() : Infinity)
    const clock = theirs.id.clock + inFork.offset()
    const stands = isShared && !ours.deleted
    if (theirs.content instanceof Y.ContentFormat || (stands && ours.content instanceof Y.ContentFormat)) {
      if (stands) lay(formats.content, ours.content as Y.ContentFormat)
      if (!theirs.deleted) lay(formats.fork, theirs.content as Y.ContentFormat)
    } else if (stands && theirs.deleted) {
      for (const text of ours.countable ? linesOf(lettersOf(ours, inContent.offset(), length)) : []) {
        push(pieces, { kind: 'gone', text, formats: readable(text, Object.fromEntries(formats.content)) })
      }
    } else if (!theirs.deleted && theirs.countable) {
      for (const text of linesOf(lettersOf(theirs, inFork.offset(), length))) {
        if (stands) push(pieces, { kind: 'kept', text, formats: changeOf(text, formats.content, formats.fork) })
        else push(pieces, { kind: 'new', text, formats: readable(text, Object.fromEntries(formats.fork)) })
      }
    }
    if (isFresh(theirs.id.client, clock, length)) push(pieces, { kind: 'touched' })
    inFork.take(length)
    if (isShared) inContent.take(length)
  }
  return pieces
}

const cursor = (text: Y.Text) => {
  let item = firstItemOf(text)
  let offset = 0
  return {
    item: () => item,
    offset: () => offset,
    left: () => (item?.length ?? 0) - offset,
    take: (length: number): void => {
      offset += length
      if (item !== null && offset >= item.length) {
        item = item.right
        offset = 0
      }
    },
  }
}

const lay = (formats: Map<string, unknown>, { key, value }: Y.ContentFormat): void => {
  if (value === null) formats.delete(key)
  else formats.set(key, value)
}

const lettersOf = (item: Y.Item, offset: number, length: number): string =>
  item.content instanceof Y.ContentString ? item.content.str.slice(offset, offset + length) : embedded.repeat(length)

/** Newlines apart from what is between them: they have other formats. */
const linesOf = (text: string): string[] => text.split(/(\n)/).filter((part) => part !== '')

const changeOf = (
  text: string,
  from: ReadonlyMap<string, unknown>,
  to: ReadonlyMap<string, unknown>,
): SuggestedFormats | null => {
  const change = formatChange(known(text, Object.fromEntries(from)), known(text, Object.fromEntries(to)))
  return change ? (change as SuggestedFormats) : null
}

const readable = (text: string, formats: Formats): SuggestedFormats => known(text, formats) as SuggestedFormats

/** Of formats those which a character of this text may have in a suggestion. */
const known = (text: string, formats: Formats): Formats =>
  Object.fromEntries(Object.entries(formats).filter(([key, value]) => isSuggested(text === '\n', key, value)))

const push = (pieces: ForkPiece[], piece: ForkPiece): void => {
  const last = pieces.at(-1)
  if (last?.kind === 'touched' && piece.kind === 'touched') return
  if (
    last &&
    ((last.kind === 'new' && piece.kind === 'new') || (last.kind === 'gone' && piece.kind === 'gone')) &&
    sameFormats(last.formats, piece.formats)
  ) {
    last.text += piece.text
  } else if (
    last?.kind === 'kept' &&
    piece.kind === 'kept' &&
    (last.formats === null) === (piece.formats === null) &&
    sameFormats(last.formats ?? {}, piece.formats ?? {})
  ) {
    last.text += piece.text
  } else pieces.push(piece)
}
