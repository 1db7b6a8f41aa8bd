import { createPortal } from 'react-dom'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { agreementWords } from '../wording/agreement.ts'
import { useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './print-document.module.css'

/** Printing cannot be called off: paper says, as the screen does, that the frozen package is not here, and nothing else. */
export const NotPrinted = ({ isOnPaper, onClose }: { isOnPaper: boolean; onClose: () => void }) => {
  const words = useWordsOf(agreementWords).export
  const { elements } = useWording()
  return (
    <>
      <Dialog title={words.notPrinted} onClose={onClose} footer={<Button onClick={onClose}>{elements.close}</Button>}>
        <p>{words.notHere}</p>
      </Dialog>
      {isOnPaper &&
        createPortal(
          <article data-print className={css.paper}>
            <h1>{words.notPrinted}</h1>
            <p>{words.notHere}</p>
          </article>,
          document.body,
        )}
    </>
  )
}
