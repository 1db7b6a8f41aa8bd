import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { useWording } from '../wording/use-wording.ts'

/** Asks once before the invitation is forgotten here. */
export const DeclineDialog = ({ onClose, onDecline }: { onClose: () => void; onDecline: () => void }) => {
  const { join: words, elements } = useWording()
  return (
    <Dialog
      title={words.decline}
      onClose={onClose}
      footer={
        <>
          <Button size="large" onClick={onClose}>
            {elements.cancel}
          </Button>
          <Button kind="primary" size="large" onClick={onDecline}>
            {words.declineNow}
          </Button>
        </>
      }
    >
      <p>{words.declineText}</p>
    </Dialog>
  )
}
