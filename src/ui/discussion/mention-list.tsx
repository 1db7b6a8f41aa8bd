import { discussionWords } from '../wording/discussion.ts'
import { useWordsOf } from '../wording/words-of.ts'
import type { Candidate } from './mentioning.ts'
import css from './discussion.module.css'

interface MentionListProps {
  /** Of the field it belongs to. */
  id: string
  matches: readonly Candidate[]
  chosen: number
  onChoose: (candidate: Candidate) => void
}

/** Whom one could mean, while an "@" is being typed. */
export const MentionList = ({ id, matches, chosen, onChoose }: MentionListProps) => {
  const words = useWordsOf(discussionWords)
  return (
    <>
      {matches.length > 0 && (
        // A list of the page's own could not say more than a name.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div id={`${id}-namen`} role="listbox" aria-label={words.mentions} className={css.mentions}>
          {matches.map((candidate, index) => (
            <button
              key={`${candidate.mention.of} ${candidate.name}`}
              id={`${id}-name-${index}`}
              type="button"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className={css.mention}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(candidate)}
            >
              <span>{candidate.name}</span>
              <small>{candidate.organisation || words.organisationAll}</small>
            </button>
          ))}
        </div>
      )}
      <output className="visually-hidden">{matches.length > 0 ? words.mentionCount(matches.length) : ''}</output>
    </>
  )
}
