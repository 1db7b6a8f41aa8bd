import Signature from 'lucide-react/icons/signature'
import type { Application } from '../../domain/application.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { useNow } from '../elements/use-now.ts'
import { agreementWords } from '../wording/agreement.ts'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { ChangeList } from './difference.tsx'
import css from './agreement.module.css'

interface ChangedDialogProps {
  before: Application
  now: Application
  /** When `before` was read, in ms since 1970; null where it changed once more while this was read. */
  since: number | null
  sectionId: string | null
  isReserved: boolean
  onClose: () => void
  onSign: () => void
}

/** Between a press and the signature: the text is no longer the one that was read, and this is what is different. */
export const ChangedDialog = (props: ChangedDialogProps) => {
  const { before, now, since, sectionId, isReserved, onClose, onSign } = props
  const words = useWordsOf(agreementWords)
  const { elements } = useWording()
  const format = useFormat()
  const clock = useNow()
  return (
    <Dialog
      title={words.changed}
      width="medium"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{elements.cancel}</Button>
          <Button kind="primary" icon={Signature} onClick={onSign}>
            {isReserved ? words.reserveAsItIs : words.agreeAsItIs}
          </Button>
        </>
      }
    >
      <div className={css.dialog}>
        <p aria-live="polite">
          {since === null ? words.changedAgain : words.changedMeanwhile(format.moment(since, clock))}
        </p>
        <ChangeList before={before} now={now} sectionId={sectionId} />
        <p>{words.nothingSigned}</p>
      </div>
    </Dialog>
  )
}
