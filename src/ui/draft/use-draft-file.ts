import { useApp } from '../app-context.tsx'
import { useWording } from '../wording/use-wording.ts'
import { useDraft } from './draft-context.ts'
import { saveTextFile } from './save-text-file.ts'

/** The open draft as a file: to keep, or to hand on. */
export const useDraftFile = () => {
  const { rescue } = useApp()
  const { draft: words } = useWording()
  const draft = useDraft()
  const saveText = () => saveTextFile(draft.view.getState().title, draft.plainText())
  const { draftId } = draft.view.getState()
  return {
    /** Where the file cannot be made, at least the text. */
    saveFile: () =>
      import('../rescue/save-file.ts')
        .then(({ saveFile }) => saveFile(rescue, draftId))
        .then((isSaved) => (isSaved ? undefined : saveText()), saveText),
    shareFile: () =>
      import('../rescue/save-file.ts')
        .then(({ shareFile }) => shareFile(rescue, draftId, words.sharedFile))
        .catch(saveText),
    canShare: 'canShare' in navigator,
  }
}
