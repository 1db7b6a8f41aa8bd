import { suggestedPieces, wordsAfter } from '../../domain/suggested-words.ts'
import type { Suggestion } from '../../domain/discussion.ts'
import { Pieces } from '../draft/meanwhile/wording.tsx'
import { suggestingWords } from '../wording/suggesting.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './suggesting.module.css'

/** What somebody suggests: the words before and after, as one. */
export const SuggestionBody = ({ suggestion: { proposed, state, settled } }: { suggestion: Suggestion }) => {
  const words = useWordsOf(suggestingWords).card
  const after = wordsAfter(proposed)
  return (
    <>
      <p className={css.wording} lang="de">
        {after === proposed.quote ? (
          <>
            {words.look} „{proposed.quote.trim()}“
          </>
        ) : (
          <Pieces pieces={suggestedPieces(proposed)} />
        )}
      </p>
      {state !== 'open' && settled && (
        <p className={css.settled}>
          {state === 'withdrawn' ? words.withdrawn : words[state](`${settled.by.name} · ${settled.by.organisation}`)}
        </p>
      )}
      {state === 'declined' && settled?.words && <p className={css.reason}>{settled.words}</p>}
    </>
  )
}
