import MessageSquarePlus from 'lucide-react/icons/message-square-plus'
import { useEffect, useRef, useState, type MouseEvent } from 'react'
import { Button } from '../elements/button.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { discussionWords } from '../wording/discussion.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useWidth } from '../draft/frame/use-width.ts'
import { useScreen, useScreenView } from '../draft/screen.ts'
import { useTalkView } from '../draft/talk-view.ts'
import { selectedSection } from './selected-section.ts'
import css from './discussion.module.css'

/** Comes beside selected words: at the sheet's edge, so that it covers none, and on a phone above the lower bar. */
export const SelectionButton = () => {
  const words = useWordsOf(discussionWords)
  const screen = useScreen()
  const isPhone = useWidth() === 'phone'
  const isSaying = useScreenView((view) => view.saying !== null)
  const mayTalk = useTalkView((view) => view.whyNot === null)
  const frame = useRef<HTMLDivElement>(null)
  const [section, setSection] = useState<string | null>(null)

  useEffect(() => {
    let due = 0
    const look = () => {
      due = 0
      const now = selectedSection()
      setSection(now)
      if (now === null || !frame.current) return
      const range = getSelection()?.getRangeAt(0).getBoundingClientRect()
      const sheet = document.querySelector('article')?.getBoundingClientRect()
      if (!range || !sheet) return
      frame.current.style.setProperty('--at-top', `${Math.round(Math.max(range.top, 120) + window.scrollY)}px`)
      frame.current.style.setProperty('--at-left', `${Math.round(sheet.right)}px`)
    }
    const soon = () => {
      due ||= requestAnimationFrame(look)
    }
    document.addEventListener('selectionchange', soon)
    return () => {
      cancelAnimationFrame(due)
      document.removeEventListener('selectionchange', soon)
    }
  }, [])

  const press = {
    // The words stay selected.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick: () => screen.view.setState({ saying: 'selection' }),
  }
  return (
    <div ref={frame} className={css.selection} data-phone={isPhone} hidden={section === null || isSaying || !mayTalk}>
      {isPhone ? (
        <Button {...press} icon={MessageSquarePlus} size="large">
          {words.comment}
        </Button>
      ) : (
        <IconButton {...press} icon={MessageSquarePlus} label={words.comment} />
      )}
    </div>
  )
}
