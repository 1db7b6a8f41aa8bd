import { useEffect, useRef } from 'react'
import X from 'lucide-react/icons/x'
import { Button } from '../../elements/button.tsx'
import { Dialog } from '../../elements/dialog.tsx'
import { IconButton } from '../../elements/icon-button.tsx'
import type { Meanwhile } from '../../../domain/meanwhile.ts'
import { useWording } from '../../wording/use-wording.ts'
import { useDraft } from '../draft-context.ts'
import { useWidth } from '../frame/use-width.ts'
import { useScreen } from '../screen.ts'
import { Review } from './review.tsx'
import { useMeanwhileWords } from './words.ts'
import css from './meanwhile.module.css'
import margin from '../frame/side-panel.module.css'

/** What others changed meanwhile: beside the sheet where there is room, else a page of its own. */
export const MeanwhileReview = ({ meanwhile }: { meanwhile: Meanwhile }) => {
  const words = useMeanwhileWords()
  const draft = useDraft()
  const screen = useScreen()
  const isBeside = useWidth() === 'wide'
  const close = () => screen.view.setState({ isReviewing: false })
  const looked = () => {
    close()
    // The button is gone; whoever uses the keyboard goes on in the text.
    document.getElementById('text')?.focus({ preventScroll: true })
    draft.looked().catch(reportError)
  }
  const seen = (
    <Button kind="primary" onClick={looked}>
      {words.looked}
    </Button>
  )
  if (isBeside) {
    return (
      <Beside onClose={close}>
        <Review meanwhile={meanwhile} onGoTo={() => undefined} />
        <div className={css.foot}>{seen}</div>
      </Beside>
    )
  }
  return (
    <Dialog title={words.title} width="medium" onClose={close} footer={seen}>
      <Review meanwhile={meanwhile} onGoTo={close} />
    </Dialog>
  )
}

const Beside = ({ onClose, children }: { onClose: () => void; children: React.ReactNode }) => {
  const words = useMeanwhileWords()
  const { elements } = useWording()
  const heading = useRef<HTMLHeadingElement>(null)
  // It came by a press; its beginning is where reading goes on.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <aside className={margin.panel} aria-labelledby="inzwischen-titel">
      <div className={margin.head}>
        <h2 ref={heading} id="inzwischen-titel" tabIndex={-1} className={margin.title}>
          {words.title}
        </h2>
        <IconButton icon={X} label={elements.close} onClick={onClose} />
      </div>
      {children}
    </aside>
  )
}
