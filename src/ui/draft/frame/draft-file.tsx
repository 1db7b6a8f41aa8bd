import { Suspense, useCallback, useState } from 'react'
import { createPart } from '../../part.tsx'
import { useFileDrop } from '../../rescue/use-file-drop.ts'
import { useDraftView } from '../draft-context.ts'
import { useScreen, useScreenView } from '../screen.ts'

const RemoveDialog = createPart(() => import('../../device/remove-dialog.tsx').then((module) => module.RemoveDialog))
const OpenFile = createPart(() => import('../../rescue/open-file.tsx').then((module) => module.OpenFile))

/** A file for this draft, chosen from the menu or dropped onto the page, and the draft's leave from this device. */
export const DraftFile = () => {
  const screen = useScreen()
  const draftId = useDraftView((view) => view.draftId)
  const title = useDraftView((view) => view.title)
  const dialog = useScreenView((view) => view.dialog)
  const [file, setFile] = useState<File | null>(null)
  const take = useCallback(
    (dropped: File) => {
      setFile(dropped)
      screen.view.setState({ dialog: 'file' })
    },
    [screen],
  )
  useFileDrop(take)
  if (dialog !== 'file' && dialog !== 'remove') return null
  const close = () => {
    setFile(null)
    screen.view.setState({ dialog: null })
  }
  return (
    <Suspense>
      {dialog === 'file' ? (
        <OpenFile key={file?.lastModified} file={file} only={draftId} onClose={close} />
      ) : (
        <RemoveDialog draft={{ draftId, title }} onClose={close} />
      )}
    </Suspense>
  )
}
