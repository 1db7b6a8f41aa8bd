import type { EntryOf } from './discussion-entry.ts'
import type { WordPiece } from './wording-changes.ts'

const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Letters that a peer suggests as they may get into a text: whole characters, one kind of line end. */
export const plainSuggested = (text: string): string => text.replace(/\r\n?/g, '\n').replace(loneSurrogates, '\uFFFD')

type Change = Pick<EntryOf<'suggestion'>, 'quote' | 'change'>

/** A suggestion's passage with what goes and what comes, in order. */
export const suggestedPieces = ({ quote, change }: Change): WordPiece[] => {
  const pieces: WordPiece[] = []
  let at = 0
  for (const op of change) {
    if ('insert' in op) pieces.push({ kind: 'new', text: plainSuggested(op.insert) })
    else {
      const length = 'delete' in op ? op.delete : op.retain
      pieces.push({ kind: 'delete' in op ? 'gone' : 'same', text: quote.slice(at, at + length) })
      at += length
    }
  }
  return [...pieces, { kind: 'same' as const, text: quote.slice(at) }].filter(({ text }) => text !== '')
}

/** The words of a suggestion's passage once its change is made. */
export const wordsAfter = (suggested: Change): string =>
  suggestedPieces(suggested)
    .map(({ kind, text }) => (kind === 'gone' ? '' : text))
    .join('')
