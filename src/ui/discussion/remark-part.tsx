import { useState, type ReactNode } from 'react'
import type { Mention } from '../../domain/discussion-entry.ts'
import type { Remark } from '../../domain/discussion.ts'
import type { DraftTalk } from '../../state/discussion/draft-talk.ts'
import { TextButton } from '../elements/button.tsx'
import { discussionWords } from '../wording/discussion.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useScreen } from '../draft/screen.ts'
import { useHasRoom, useTalkView } from '../draft/talk-view.ts'
import { CommentForm } from './comment-form.tsx'
import { RemarkWords, Speaker } from './remark-view.tsx'
import css from './discussion.module.css'

interface RemarkPartProps {
  talk: DraftTalk
  remark: Remark
  isUnread: boolean
  /** What else is to be said of it beside the organisation. */
  note?: string | undefined
  isInHand: boolean
  /** What stands between who said it and what was said. */
  children?: ReactNode
}

/** Something that was said, and what its author may do with it. */
export const RemarkPart = ({ talk, remark, isUnread, note, isInHand, children }: RemarkPartProps) => {
  const words = useWordsOf(discussionWords)
  const screen = useScreen()
  const mayTalk = useTalkView((view) => view.whyNot === null && view.room !== 'nothing')
  const hasRoom = useHasRoom()
  const keptAs = `edit/${remark.id}`
  const [isEditing, setEditing] = useState(() => talk.typed(keptAs) !== '')
  const mayChange = isInHand && mayTalk && !remark.isWithdrawn && talk.isOwn(remark.by)
  /** The form goes away; the focus stays with its thread. */
  const done = () => {
    setEditing(false)
    screen.view.setState({ seeksThread: true })
  }
  const change = (said: string, mentions: readonly Mention[]) => {
    const added = talk.add({ type: 'edited', of: remark.id, words: said, mentions: [...mentions] })
    if (added.ok) done()
    return added.ok ? null : added.refusal
  }
  return (
    <div className={css.remarkPart}>
      <Speaker remark={remark} isUnread={isUnread} note={note} />
      {children}
      {isEditing && mayChange ? (
        <CommentForm
          talk={talk}
          keptAs={keptAs}
          label={words.editOf}
          send={words.save}
          start={remark.words}
          isFocused
          onSend={change}
          onCancel={() => {
            talk.keepTyped(keptAs, '')
            done()
          }}
        />
      ) : (
        (remark.isWithdrawn || remark.words !== '') && <RemarkWords remark={remark} />
      )}
      {mayChange && !isEditing && (
        <div className={css.own}>
          {hasRoom && <TextButton onClick={() => setEditing(true)}>{words.edit}</TextButton>}
          <TextButton onClick={() => talk.add({ type: 'withdrawn', of: remark.id })}>{words.withdraw}</TextButton>
        </div>
      )}
    </div>
  )
}
