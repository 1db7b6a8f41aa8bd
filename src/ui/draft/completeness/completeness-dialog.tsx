import { Dialog } from '../../elements/dialog.tsx'
import { CompletenessPanel } from './completeness-panel.tsx'
import { useCompletenessWords } from './words.ts'

/** Completeness where there is no margin for it. */
export const CompletenessDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useCompletenessWords()
  return (
    <Dialog title={words.title} width="medium" onClose={onClose}>
      <CompletenessPanel />
    </Dialog>
  )
}
