import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { agreementWords } from '../wording/agreement.ts'
import { useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'

/** Says what opening the package again ends, and what it leaves as it is. */
export const ReopenDialog = ({ onClose, onReopen }: { onClose: () => void; onReopen: () => void }) => {
  const words = useWordsOf(agreementWords).freeze
  const { elements } = useWording()
  return (
    <Dialog
      title={words.reopenTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{elements.cancel}</Button>
          <Button kind="primary" onClick={onReopen}>
            {words.reopenNow}
          </Button>
        </>
      }
    >
      <p>{words.reopenText}</p>
    </Dialog>
  )
}
