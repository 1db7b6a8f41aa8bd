import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { TextField } from '../elements/text-field.tsx'
import { agreementWords } from '../wording/agreement.ts'
import { useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'

export type Reasoned = 'reserve' | 'decline' | 'withdraw'

interface ReasonDialogProps {
  what: Reasoned
  organisation: string
  onClose: () => void
  onSay: (reason: string) => void
}

/** Asks for the reason of a reservation or of a no, which everyone then reads. */
export const ReasonDialog = ({ what, organisation, onClose, onSay }: ReasonDialogProps) => {
  const { reasons } = useWordsOf(agreementWords)
  const words = reasons[what]
  const { elements } = useWording()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const say = () => {
    if (reason.trim() === '') setMissing(true)
    else onSay(reason.trim())
  }
  return (
    <Dialog
      title={words.title(organisation)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{elements.cancel}</Button>
          <Button kind="primary" onClick={say}>
            {words.act}
          </Button>
        </>
      }
    >
      <TextField
        label={words.label}
        hint={reasons.hint}
        error={isMissing ? reasons.needed : null}
        rows={3}
        maxLength={2000}
        firstFocus
        value={reason}
        onChange={(value) => {
          setReason(value)
          setMissing(false)
        }}
      />
    </Dialog>
  )
}
