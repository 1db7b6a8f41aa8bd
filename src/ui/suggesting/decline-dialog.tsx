import { maxWords } from '../../domain/discussion-entry.ts'
import type { Suggestion } from '../../domain/discussion.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { TextField } from '../elements/text-field.tsx'
import { suggestingWords } from '../wording/suggesting.ts'
import { useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { SuggestionBody } from './suggestion-body.tsx'
import css from './suggesting.module.css'

interface DeclineDialogProps {
  suggestion: Suggestion
  /** As far as it was typed. */
  reason: string
  onType: (reason: string) => void
  onClose: () => void
  onDecline: (reason: string) => void
}

/** Asks why, where somebody wants to say it. */
export const DeclineDialog = ({ suggestion, reason, onType, onClose, onDecline }: DeclineDialogProps) => {
  const words = useWordsOf(suggestingWords).decline
  const { elements } = useWording()
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{elements.cancel}</Button>
          <Button kind="primary" onClick={() => onDecline(reason)}>
            {words.decline}
          </Button>
        </>
      }
    >
      <div className={css.declined}>
        <SuggestionBody suggestion={suggestion} />
      </div>
      <TextField
        label={words.reason}
        hint={words.hint}
        rows={3}
        maxLength={maxWords}
        firstFocus
        value={reason}
        onChange={onType}
      />
    </Dialog>
  )
}
