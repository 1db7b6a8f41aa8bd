import { Button } from '../../elements/button.tsx'
import { Dialog } from '../../elements/dialog.tsx'
import type { Meanwhile } from '../../../domain/meanwhile.ts'
import { useDraft } from '../draft-context.ts'
import { Beside } from '../frame/beside.tsx'
import { useWidth } from '../frame/use-width.ts'
import { useScreen } from '../screen.ts'
import { Review } from './review.tsx'
import { useMeanwhileWords } from './words.ts'
import css from './meanwhile.module.css'

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
      <Beside title={words.title} onClose={close}>
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
