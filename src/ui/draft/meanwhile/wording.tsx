import { Fragment } from 'react'
import type { MeanwhileChange } from '../../../domain/meanwhile.ts'
import { readablePieces } from '../../../domain/text-comparison.ts'
import type { WordPiece } from '../../../domain/wording-changes.ts'
import { useMeanwhileWords } from './words.ts'
import css from './meanwhile.module.css'

/** Words with what was struck out and written in them; said in words to who hears it. */
export const Pieces = ({ pieces }: { pieces: readonly WordPiece[] }) => {
  const words = useMeanwhileWords()
  return pieces.map(({ kind, text }, index) => (
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
  ))
}

/** A sentence with what others made of it. */
export const Wording = ({ before, theirs }: Pick<MeanwhileChange, 'before' | 'theirs'>) => (
  <p className={css.wording} lang="de">
    <Pieces pieces={readablePieces(before, theirs)} />
  </p>
)
