import { useEffect, useState } from 'react'
import { useStore } from 'zustand/react'
import type { DraftDiscussion } from '../../state/discussion/draft-discussion.ts'
import { useDraft } from '../draft/draft-context.ts'
import { CheckField } from '../elements/check-field.tsx'
import { exportWords } from '../wording/export.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './export.module.css'

/** What of the discussion goes into documents. */
export type TakenAlong = 'nothing' | 'open' | 'all'

interface DiscussionChoiceProps {
  taken: TakenAlong
  onChange: (taken: TakenAlong) => void
}

/** Whether documents are made with what is said about the draft. Where nothing is, it says so. */
export const DiscussionChoice = (props: DiscussionChoiceProps) => {
  const draft = useDraft()
  const [discussion, setDiscussion] = useState<DraftDiscussion | null>(null)
  useEffect(() => {
    let isGone = false
    const open = async () => {
      const opened = await draft.discussion()
      if (!isGone) setDiscussion(opened)
    }
    // Without that part of the app documents are made without it.
    open().catch(() => null)
    return () => {
      isGone = true
    }
  }, [draft])
  return discussion ? <Choice discussion={discussion} {...props} /> : null
}

const Choice = ({ discussion, taken, onChange }: DiscussionChoiceProps & { discussion: DraftDiscussion }) => {
  const words = useWordsOf(exportWords).discussion
  const isSaid = useStore(discussion.view, ({ threads }) => threads.length > 0)
  return (
    <div className={css.choice}>
      <CheckField
        label={words.take}
        hint={isSaid ? words.how : words.nothing}
        disabled={!isSaid}
        checked={isSaid && taken !== 'nothing'}
        onChange={(isTaken) => onChange(isTaken ? 'open' : 'nothing')}
      />
      {isSaid && taken !== 'nothing' && (
        <CheckField
          label={words.settled}
          checked={taken === 'all'}
          onChange={(isAll) => onChange(isAll ? 'all' : 'open')}
        />
      )}
    </div>
  )
}
