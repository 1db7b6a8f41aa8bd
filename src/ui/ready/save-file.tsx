import { useState } from 'react'
import Download from 'lucide-react/icons/download'
import type { DraftId } from '../../domain/draft-id.ts'
import { useApp } from '../app-context.tsx'
import { Button } from '../elements/button.tsx'
import { saveFile } from '../rescue/save-file.ts'
import { useReadyWords } from './words.ts'
import css from './ready.module.css'

/** The whole draft as one file, made from what is on this device. */
export const SaveFile = ({ draftId }: { draftId: DraftId }) => {
  const { rescue } = useApp()
  const words = useReadyWords()
  const [isEmpty, setEmpty] = useState(false)
  const save = () => saveFile(rescue, draftId).then((isSaved) => setEmpty(!isSaved), reportError)
  return (
    <div className={css.file}>
      <p>{words.fileText}</p>
      <Button icon={Download} onClick={() => void save()}>
        {words.file}
      </Button>
      {isEmpty && <p role="alert">{words.noFile}</p>}
    </div>
  )
}
