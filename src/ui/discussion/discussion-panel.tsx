import { useCallback, type KeyboardEvent } from 'react'
import { QuietWait } from '../elements/quiet-wait.tsx'
import { discussionWords } from '../wording/discussion.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useWidth } from '../draft/frame/use-width.ts'
import { useScreen, useScreenView } from '../draft/screen.ts'
import { StuckNote } from '../suggesting/stuck-note.tsx'
import { NewComment } from './new-comment.tsx'
import { RoomNote } from './room-note.tsx'
import { ThreadList } from './thread-list.tsx'
import css from './discussion.module.css'

/** What is said about the draft: what is new to say, and everything said so far. */
export const DiscussionPanel = ({ onLeave }: { onLeave?: () => void }) => {
  const words = useWordsOf(discussionWords)
  const screen = useScreen()
  const talk = useScreenView((view) => view.talk)
  const isPhone = useWidth() === 'phone'
  /** The text goes on where it was left. */
  const backToText = useCallback(() => {
    const { lastEdited, place } = screen.view.getState()
    const editor = screen.editorOf(lastEdited ?? place)
    // On a phone the focus would bring the keyboard.
    if (isPhone) getSelection()?.removeAllRanges()
    else editor?.enterAt(editor.selection().to)
  }, [screen, isPhone])
  const leave = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return
    onLeave?.()
    backToText()
  }
  if (!talk) return <QuietWait>{words.loading}</QuietWait>
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape leads back into the text from anywhere within
    <div className={css.panel} onKeyDown={leave}>
      <RoomNote talk={talk} />
      <StuckNote />
      <NewComment talk={talk} onDone={backToText} />
      <ThreadList talk={talk} />
    </div>
  )
}
