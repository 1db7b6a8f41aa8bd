import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createFileReading } from '../../state/file-reading.ts'
import { useScreenView } from '../draft/screen.ts'
import { Button } from '../elements/button.tsx'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { importWords } from '../wording/import.ts'
import { ChooseSource } from './choose-source.tsx'
import { Preview } from './preview.tsx'
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
  const aside = useScreenView((screen) => screen.aside)
  const [showsRest, setShowsRest] = useState(false)
  useEffect(() => {
    if (file) reading.read(file, file.name)
    return () => reading.cancel()
  }, [reading, file])

  if (brought) return <Preview from={{ read: brought.read, name: brought.name }} onClose={onClose} />
  if (state.name === 'read') return <Preview from={{ read: state.read, name: state.fileName }} onClose={onClose} />
  if (showsRest) return <Preview from={{ rest: aside }} onClose={onClose} />
  return (
    <ChooseSource title={words.title} reading={reading} onClose={onClose}>
      {aside.length > 0 && (
        <p className={css.rest}>
          {words.rest(aside.length, format.number(aside.length))}{' '}
          <Button kind="quiet" onClick={() => setShowsRest(true)}>
            {words.showRest}
          </Button>
        </p>
      )}
    </ChooseSource>
  )
}
