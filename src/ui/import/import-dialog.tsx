import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createFileReading } from '../../state/file-reading.ts'
import { Button } from '../elements/button.tsx'
import { QuietWait } from '../elements/quiet-wait.tsx'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { importWords } from '../wording/import.ts'
import { ChooseSource } from './choose-source.tsx'
import { Preview } from './preview.tsx'
import { useAside } from './use-aside.ts'
import type { Brought } from '../../state/brought.ts'
import css from './import.module.css'

interface ImportDialogProps {
  /** A file that was dropped onto the page. */
  file: File | null
  /** What the person began this draft with. */
  brought: Brought | null
  onClose: () => void
}

/** From a file or a pasted text into the sections of the open draft, by way of a preview. */
export const ImportDialog = ({ file, brought, onClose }: ImportDialogProps) => {
  const words = useWordsOf(importWords)
  const format = useFormat()
  const [reading] = useState(createFileReading)
  const state = useStore(reading.view)
  const kept = useAside()
  const [showsRest, setShowsRest] = useState(false)
  useEffect(() => {
    if (file) reading.read(file, file.name)
    return () => reading.cancel()
  }, [reading, file])

  const read = brought ?? (state.name === 'read' ? { read: state.read, name: state.fileName } : null)
  if (read) return kept ? <Preview from={read} aside={kept.aside} onClose={onClose} /> : <QuietWait />
  if (kept && showsRest) return <Preview from={{ rest: kept.rest }} aside={kept.aside} onClose={onClose} />
  const count = kept?.rest.length ?? 0
  return (
    <ChooseSource title={words.title} reading={reading} onClose={onClose}>
      {count > 0 && (
        <p className={css.rest}>
          {words.rest(count, format.number(count))}{' '}
          <Button kind="quiet" onClick={() => setShowsRest(true)}>
            {words.showRest}
          </Button>
        </p>
      )}
    </ChooseSource>
  )
}
