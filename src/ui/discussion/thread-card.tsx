import { memo, useEffect, useRef, useState } from 'react'
import Check from 'lucide-react/icons/check'
import Reply from 'lucide-react/icons/reply'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import type { Mention } from '../../domain/discussion-entry.ts'
import type { DraftTalk } from '../../state/discussion/draft-talk.ts'
import type { TalkThread } from '../../state/discussion/read-talk.ts'
import { Button } from '../elements/button.tsx'
import { discussionWords } from '../wording/discussion.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useScreen, useScreenView } from '../draft/screen.ts'
import { useHasRoom, useTalkView } from '../draft/talk-view.ts'
import { SuggestionActs } from '../suggesting/suggestion-acts.tsx'
import { SuggestionBody } from '../suggesting/suggestion-body.tsx'
import { CommentForm } from './comment-form.tsx'
import { RemarkPart } from './remark-part.tsx'
import { shortQuote, subjectOf, useSubjectWords } from './subject-words.ts'
import css from './discussion.module.css'

interface ThreadCardProps {
  talk: DraftTalk
  each: TalkThread
  /** Its place among the open ones, from 1; 0 where it is not open. */
  position: number
  count: number
  onOpen: (id: string) => void
}

/** One thread: as a card in the list, and whole when it is in hand. */
export const ThreadCard = memo(({ talk, each, position, count, onOpen }: ThreadCardProps) => {
  const words = useWordsOf(discussionWords)
  const subjectWords = useSubjectWords()
  const screen = useScreen()
  const card = useRef<HTMLElement>(null)
  const { thread, isGone, isOpen, unread } = each
  const isInHand = useScreenView((view) => view.thread === thread.id)
  const seeks = useScreenView((view) => view.seeksThread && view.thread === thread.id)
  useEffect(() => {
    if (!isInHand) return
    card.current?.scrollIntoView({ block: 'nearest' })
    if (!seeks) return
    screen.view.setState({ seeksThread: false })
    card.current?.focus({ preventScroll: true })
  }, [isInHand, seeks, screen])

  const { opening, replies } = thread
  const subject = subjectOf(thread)
  const on = subjectWords(subject, 'on')
  const { name, organisation } = opening.by
  const openLabel = thread.kind === 'suggestion' ? words.suggestionLabel : words.label
  const label = openLabel(position, count, name, organisation, on)
  const kept = replies.filter(({ isWithdrawn }) => !isWithdrawn)
  return (
    <article
      ref={card}
      className={css.card}
      tabIndex={-1}
      aria-label={isOpen ? label : words.settledLabel(name, organisation, on)}
      data-in-hand={isInHand}
    >
      <RemarkPart
        talk={talk}
        remark={opening}
        isUnread={unread.includes(opening.id)}
        note={thread.kind === 'suggestion' ? words.suggestion : undefined}
        isInHand={isInHand}
      >
        {thread.kind === 'suggestion' ? (
          <SuggestionBody suggestion={thread} />
        ) : subject.on === 'text' ? (
          <blockquote className={css.quote}>{shortQuote(subject.quote)}</blockquote>
        ) : (
          subject.on === 'field' && <p className={css.quote}>{on}</p>
        )}
        {isGone && thread.kind === 'comment' && <p className={css.remark}>{words.gone}</p>}
      </RemarkPart>
      {thread.kind === 'comment' && thread.resolved && (
        <p className={css.remark}>{words.resolvedBy(thread.resolved.by.name)}</p>
      )}
      {isInHand ? (
        <>
          {replies.length > 0 && (
            <ol className={css.replies}>
              {replies.map((reply) => (
                <li key={reply.id}>
                  <RemarkPart talk={talk} remark={reply} isUnread={unread.includes(reply.id)} isInHand />
                </li>
              ))}
            </ol>
          )}
          {thread.kind === 'suggestion' && <SuggestionActs suggestion={thread} isOwn={talk.isOwn(thread.opening.by)} />}
          <ThreadActs talk={talk} each={each} />
        </>
      ) : (
        <button type="button" className={css.open} onClick={() => onOpen(thread.id)}>
          <span className="visually-hidden">{label}</span>
          {kept.length > 0 && (
            <span>
              {words.replies(kept.length)}
              {kept.some(({ id }) => unread.includes(id)) && <strong className={css.fresh}> · {words.isNew}</strong>}
            </span>
          )}
        </button>
      )}
    </article>
  )
})
ThreadCard.displayName = 'ThreadCard'

const ThreadActs = ({ talk, each: { thread, isOpen } }: { talk: DraftTalk; each: TalkThread }) => {
  const screen = useScreen()
  const words = useWordsOf(discussionWords)
  const whyNot = useTalkView((view) => view.whyNot)
  const hasRoom = useHasRoom()
  const mayAct = useTalkView((view) => view.room !== 'nothing')
  const keptAs = `reply/${thread.id}`
  const [isReplying, setReplying] = useState(() => talk.typed(keptAs) !== '')
  /** The form goes away; the focus stays with its thread. */
  const done = () => {
    setReplying(false)
    screen.view.setState({ seeksThread: true })
  }
  if (whyNot !== null) return <p className={css.remark}>{words[whyNot]}</p>
  const reply = (said: string, mentions: readonly Mention[]) => {
    const added = talk.add({ type: 'reply', of: thread.id, words: said, mentions: [...mentions] })
    if (added.ok) done()
    return added.ok ? null : added.refusal
  }
  if (isReplying)
    return (
      <CommentForm
        talk={talk}
        keptAs={keptAs}
        label={words.replyTo(thread.opening.by.name)}
        send={words.sendReply}
        isFocused
        onSend={reply}
        onCancel={done}
      />
    )
  return (
    <div className={css.acts}>
      {hasRoom && (
        <Button icon={Reply} onClick={() => setReplying(true)}>
          {words.reply}
        </Button>
      )}
      {thread.kind === 'comment' && mayAct && (
        <Button
          kind="plain"
          icon={isOpen ? Check : RotateCcw}
          onClick={() => talk.add({ type: isOpen ? 'resolved' : 'reopened', of: thread.id })}
        >
          {isOpen ? words.resolve : words.reopen}
        </Button>
      )}
    </div>
  )
}
