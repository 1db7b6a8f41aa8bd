import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import X from 'lucide-react/icons/x'
import { useEffect, useRef } from 'react'
import { IconButton } from '../elements/icon-button.tsx'
import { discussionWords } from '../wording/discussion.ts'
import { useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useWidth } from '../draft/frame/use-width.ts'
import { useScreen, useScreenView } from '../draft/screen.ts'
import { DiscussionPanel } from './discussion-panel.tsx'
import { useNeighbours } from './neighbours.ts'
import css from './discussion.module.css'

/** The discussion where the page has no margin: beside the text on a desktop, else a sheet below the words it is about. */
export const DiscussionSheet = () => {
  const words = useWordsOf(discussionWords)
  const { elements } = useWording()
  const screen = useScreen()
  const isBeside = useWidth() === 'desktop'
  const { position, count, go } = useNeighbours()
  const isSaying = useScreenView((view) => view.saying !== null)
  const heading = useRef<HTMLHeadingElement>(null)
  const close = () => screen.view.setState({ isDiscussionShown: false, thread: null, saying: null })
  useEffect(() => {
    const { saying, seeksThread } = screen.view.getState()
    if (saying === null && !seeksThread) heading.current?.focus({ preventScroll: true })
  }, [screen])
  return (
    <aside
      className={css.sheet}
      aria-labelledby="diskussion-titel"
      data-beside={isBeside}
      data-one={position > 0 && !isSaying}
      {...(!isBeside && { 'data-covers-text': '' })}
    >
      <div className={css.head}>
        <h2 ref={heading} id="diskussion-titel" tabIndex={-1}>
          {words.title}
        </h2>
        {count > 0 && (
          <div className={css.steps}>
            <IconButton icon={ChevronLeft} label={words.previous} onClick={() => go(-1)} />
            <span aria-hidden="true">{position > 0 ? words.position(position, count) : ''}</span>
            <IconButton icon={ChevronRight} label={words.next} onClick={() => go(1)} />
          </div>
        )}
        {position > 0 && !isBeside && (
          <button type="button" className={css.all} onClick={() => screen.view.setState({ thread: null })}>
            {words.showAll}
          </button>
        )}
        <IconButton icon={X} label={elements.close} onClick={close} />
      </div>
      <div className={css.body}>
        <DiscussionPanel onLeave={close} />
      </div>
    </aside>
  )
}
