import { Fragment } from 'react'
import type { TextBlock } from '../../../domain/text-comparison.ts'
import type { WordPiece } from '../../../domain/wording-changes.ts'
import { historyWords } from '../../wording/history.ts'
import { useWordsOf } from '../../wording/words-of.ts'
import { Pieces } from '../meanwhile/wording.tsx'
import type { Layout } from './compared-draft.tsx'
import css from './history.module.css'

interface ComparedTextProps {
  blocks: readonly TextBlock[]
  layout: Layout
  showsSame: boolean
}

/** Two texts as one, or side by side; what is the same stands aside unless it is asked for. */
export const ComparedText = ({ blocks, layout, showsSame }: ComparedTextProps) => {
  const words = useWordsOf(historyWords)
  const shown = blocks.map((block, index) => {
    if (block.kind === 'changed') return <Changed key={index} block={block} layout={layout} />
    return showsSame ? (
      <p key={index} className={css.same}>
        {block.text}
      </p>
    ) : (
      <p key={index} className={css.skipped}>
        {words.skipped(block.text.split('\n').filter((line) => line.trim() !== '').length)}
      </p>
    )
  })
  return (
    <div className={css.text} lang="de" data-layout={layout}>
      {layout === 'beside' && blocks.some(({ kind }) => kind === 'changed') && (
        <div className={css.columns} aria-hidden="true">
          <span>{words.before}</span>
          <span>{words.after}</span>
        </div>
      )}
      {shown}
    </div>
  )
}

const Changed = ({ block, layout }: { block: Extract<TextBlock, { kind: 'changed' }>; layout: Layout }) => {
  const words = useWordsOf(historyWords)
  const without = (kind: WordPiece['kind']) => block.pieces.filter((piece) => piece.kind !== kind)
  if (layout === 'inline') {
    return (
      <p className={css.changed}>
        <Pieces pieces={block.pieces} />
      </p>
    )
  }
  const sides = [
    [words.before, without('new')],
    [words.after, without('gone')],
  ] as const
  return (
    <div className={css.columns}>
      {sides.map(([name, pieces]) => (
        <Fragment key={name}>
          <p className={css.changed}>
            <span className="visually-hidden">{name}: </span>
            <Pieces pieces={pieces} />
          </p>
        </Fragment>
      ))}
    </div>
  )
}
