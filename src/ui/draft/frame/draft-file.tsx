import { Suspense, useCallback, useEffect, useState } from 'react'
import { useApp } from '../../app-context.tsx'
import { createPart } from '../../part.tsx'
import { isRescueFile } from '../../rescue/is-rescue-file.ts'
import { useFileDrop } from '../../rescue/use-file-drop.ts'
import { useDraftView } from '../draft-context.ts'
import { useScreen, useScreenView } from '../screen.ts'

const RemoveDialog = createPart(() => import('../../device/remove-dialog.tsx').then((module) => module.RemoveDialog))
const OpenFile = createPart(() => import('../../rescue/open-file.tsx').then((module) => module.OpenFile))
const ImportDialog = createPart(() => import('../../import/import-dialog.tsx').then((module) => module.ImportDialog))

/** A file for this draft, chosen from the menu or dropped onto the page, and the draft's leave from this device. */
export const DraftFile = () => {
  const screen = useScreen()
  const { brought: store } = useApp()
  const draftId = useDraftView((view) => view.draftId)
  const title = useDraftView((view) => view.title)
  const mayWrite = useDraftView((view) => view.mayWrite)
  const dialog = useScreenView((view) => view.dialog)
  const [file, setFile] = useState<File | null>(null)
  const [brought] = useState(() => {
    const known = store.getState().brought
    return known?.draftId === draftId ? known : null
  })
  const [isBroughtUsed, setBroughtUsed] = useState(false)
  const take = useCallback(
    (dropped: File) => {
      setFile(dropped)
      isRescueFile(dropped)
        .then((isRescue) => screen.view.setState({ dialog: isRescue || !mayWrite ? 'file' : 'import' }))
        .catch(() => screen.view.setState({ dialog: 'file' }))
    },
    [screen, mayWrite],
  )
  useFileDrop(take)
  useEffect(() => {
    if (brought === null) return
    store.setState({ brought: null })
    screen.view.setState({ dialog: 'import' })
  }, [brought, store, screen])
  if (dialog !== 'file' && dialog !== 'import' && dialog !== 'remove') return null
  const close = () => {
    setFile(null)
    setBroughtUsed(true)
    screen.view.setState({ dialog: null })
  }
  return (
    <Suspense>
      {dialog === 'file' && <OpenFile key={file?.lastModified} file={file} only={draftId} onClose={close} />}
      {dialog === 'import' && (
        <ImportDialog
          key={file?.lastModified}
          file={file}
          brought={isBroughtUsed || file ? null : brought}
          onClose={close}
        />
      )}
      {dialog === 'remove' && <RemoveDialog draft={{ draftId, title }} onClose={close} />}
    </Suspense>
  )
}
