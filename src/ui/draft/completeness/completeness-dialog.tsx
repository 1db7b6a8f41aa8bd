import { Dialog } from '../../elements/dialog.tsx'
import { useScreen } from '../screen.ts'
import { CompletenessPanel } from './completeness-panel.tsx'
import { useCompletenessWords } from './words.ts'

/** Completeness where there is no margin for it. */
export const CompletenessDialog = () => {
  const words = useCompletenessWords()
  const screen = useScreen()
  return (
    <Dialog title={words.title} width="medium" onClose={() => screen.view.setState({ dialog: null })}>
      <CompletenessPanel />
    </Dialog>
  )
}
