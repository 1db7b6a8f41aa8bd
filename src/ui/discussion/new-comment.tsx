import MessageSquarePlus from 'lucide-react/icons/message-square-plus'
import type { Mention, Subject } from '../../domain/discussion-entry.ts'
import type { DraftTalk } from '../../state/discussion/draft-talk.ts'
import { Button } from '../elements/button.tsx'
import { discussionWords } from '../wording/discussion.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useScreen, useScreenView } from '../draft/screen.ts'
import { useHasRoom, useTalkView } from '../draft/talk-view.ts'
import { CommentForm } from './comment-form.tsx'
import { useSubjectWords } from './subject-words.ts'
import css from './discussion.module.css'

const keptAs = (subject: Subject): string => {
  if (subject.on === 'draft') return 'draft'
  return subject.on === 'field' ? `field/${subject.field}` : `section/${subject.section}`
}

/** Where a new thread is begun: about what was asked for, else about the draft as a whole. */
export const NewComment = ({ talk, onDone }: { talk: DraftTalk; onDone: () => void }) => {
  const words = useWordsOf(discussionWords)
  const subjectWords = useSubjectWords()
  const screen = useScreen()
  const asked = useScreenView((view) => view.saying)
  const mayTalk = useTalkView((view) => view.whyNot === null)
  const hasRoom = useHasRoom()
  const subject: Subject = asked === null || asked === 'selection' ? { on: 'draft' } : asked
  // What is half written stays in sight.
  if (!mayTalk || (!hasRoom && talk.typed(keptAs(subject)) === '')) return null
  const say = (said: string, mentions: readonly Mention[]) => {
    const added = talk.add({ type: 'comment', subject, words: said, mentions: [...mentions] })
    if (!added.ok) return added.refusal
    screen.view.setState({ saying: null, thread: added.value })
    onDone()
    return null
  }
  const isAsked = asked !== null
  if (!isAsked && talk.typed('draft') === '')
    return (
      <div className={css.newComment}>
        <Button kind="quiet" icon={MessageSquarePlus} onClick={() => screen.view.setState({ saying: { on: 'draft' } })}>
          {words.about.draft}
        </Button>
      </div>
    )
  return (
    <div className={css.newComment} data-asked={isAsked}>
      <CommentForm
        key={`${keptAs(subject)} ${isAsked}`}
        talk={talk}
        keptAs={keptAs(subject)}
        label={subjectWords(subject, 'about')}
        send={words.send}
        isFocused={isAsked}
        onSend={say}
        {...(isAsked && {
          onCancel: () => {
            screen.view.setState({ saying: null })
            onDone()
          },
        })}
      />
    </div>
  )
}
