import { useState } from 'react'
import Download from 'lucide-react/icons/download'
import type { DraftId } from '../../domain/draft-id.ts'
import { useApp } from '../app-context.tsx'
import { Button } from '../elements/button.tsx'
import { useReadyWords } from './words.ts'
import css from './ready.module.css'

/** The whole draft as one file, made from what is on this device. */
export const SaveFile = ({ draftId }: { draftId: DraftId }) => {
  const { rescue } = useApp()
  const words = useReadyWords()
  const [isEmpty, setEmpty] = useState(false)
  const save = async () => {
    const copy = await rescue.save(draftId)
    setEmpty(copy === null)
    if (copy === null) return
    const address = URL.createObjectURL(new Blob([copy.bytes], { type: 'application/octet-stream' }))
    const link = Object.assign(document.createElement('a'), {
      href: address,
      download: `${copy.title || 'Entwurf'}.eoi`,
    })
    link.click()
    // The browser has taken the file by then.
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
  }
  return (
    <div className={css.file}>
      <p>{words.fileText}</p>
      <Button icon={Download} onClick={() => void save().catch(reportError)}>
        {words.file}
      </Button>
      {isEmpty && <p role="alert">{words.noFile}</p>}
    </div>
  )
}
