import { Fragment } from 'react'
import type { MeanwhileChange } from '../../../domain/meanwhile.ts'
import { compareWords, type WordPiece } from '../../../domain/wording-changes.ts'
import { useMeanwhileWords } from './words.ts'
import css from './meanwhile.module.css'

/** Of two wordings that share less than this of their letters, each is read better in one piece. */
const leastShared = 0.4

/** What was struck out and what is new, word by word where that can be followed. */
const readablePieces = (before: string, after: string): readonly WordPiece[] => {
  const pieces = compareWords(before, after)
  const lengthOf = (kinds: readonly WordPiece['kind'][]) =>
    pieces.reduce((sum, { kind, text }) => sum + (kinds.includes(kind) ? text.trim().length : 0), 0)
  if (lengthOf(['same']) >= leastShared * Math.max(before.length, after.length)) return pieces
  const whole: WordPiece[] = [
    { kind: 'gone', text: before },
    { kind: 'new', text: after },
  ]
  return whole.filter(({ text }) => text !== '')
}

/** A sentence with what others struck out and wrote in it; said in words to who hears it. */
export const Wording = ({ before, theirs }: Pick<MeanwhileChange, 'before' | 'theirs'>) => {
  const words = useMeanwhileWords()
  return (
    <p className={css.wording} lang="de">
      {readablePieces(before, theirs).map(({ kind, text }, index) => (
        <Fragment key={index}>
          {kind === 'same' && text}
          {kind === 'gone' && (
            <del>
              <span className="visually-hidden">{words.goneBefore}</span>
              {text}
              <span className="visually-hidden">{words.after}</span>
            </del>
          )}
          {kind === 'new' && (
            <ins>
              <span className="visually-hidden">{words.newBefore}</span>
              {text}
              <span className="visually-hidden">{words.after}</span>
            </ins>
          )}
        </Fragment>
      ))}
    </p>
  )
}
