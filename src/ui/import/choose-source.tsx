import { useRef, useState, type ClipboardEvent, type ReactNode } from 'react'
import { useStore } from 'zustand'
import FileUp from 'lucide-react/icons/file-up'
import Info from 'lucide-react/icons/info'
import type { FileReading } from '../../state/file-reading.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { FieldFrame } from '../elements/field-frame.tsx'
import { FileInput } from '../elements/file-input.tsx'
import { Note } from '../elements/note.tsx'
import { useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { importWords } from '../wording/import.ts'
import { linesOfHtml } from './pasted-html.ts'
import css from './import.module.css'

interface ChooseSourceProps {
  title: string
  reading: FileReading
  onClose: () => void
  /** What else there is to choose. */
  children?: ReactNode
}

/** A file or a pasted text. Reading never holds up the page and can be called off. */
export const ChooseSource = ({ title, reading, onClose, children }: ChooseSourceProps) => {
  const words = useWordsOf(importWords)
  const { elements } = useWording()
  const input = useRef<HTMLInputElement>(null)
  const [pasted, setPasted] = useState('')
  const state = useStore(reading.view)

  const paste = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html')
    const lines = html === '' ? [] : linesOfHtml(html)
    // What comes with headings or lists goes on as it is; bare text can be gone over first.
    if (lines.every(({ kind }) => kind === 'paragraph')) return
    event.preventDefault()
    reading.take(lines, words.pasted)
  }

  return (
    <Dialog
      title={title}
      width="medium"
      onClose={onClose}
      footer={
        state.name === 'reading' ? (
          <Button size="large" onClick={() => reading.cancel()}>
            {words.cancel}
          </Button>
        ) : (
          <>
            <Button size="large" onClick={onClose}>
              {elements.close}
            </Button>
            {pasted.trim() === '' ? (
              <Button kind="primary" size="large" icon={FileUp} onClick={() => input.current?.click()}>
                {state.name === 'choosing' ? words.choose : words.chooseOther}
              </Button>
            ) : (
              <Button kind="primary" size="large" onClick={() => reading.read(new Blob([pasted]), words.pasted)}>
                {words.preview}
              </Button>
            )}
          </>
        )
      }
    >
      <FileInput ref={input} label={words.choose} onChoose={(file) => reading.read(file, file.name)} />
      <div aria-live="polite" className={css.said}>
        {state.name === 'reading' && (
          <>
            <p>{words.reading(state.fileName)}</p>
            <progress className={css.progress} value={state.share} max={1} aria-label={words.reading(state.fileName)} />
          </>
        )}
        {state.name === 'refused' && <Note icon={Info}>{words.refused[state.why]}</Note>}
        {state.name === 'failed' && <Note icon={Info}>{words.failed}</Note>}
        {state.name === 'choosing' && (
          <>
            <p>{words.hint}</p>
            <p className={css.drop}>{words.drop}</p>
          </>
        )}
      </div>
      {state.name !== 'reading' && (
        <>
          <FieldFrame label={words.paste}>
            {(control) => (
              <textarea
                {...control}
                rows={5}
                value={pasted}
                onPaste={paste}
                onChange={(event) => setPasted(event.target.value)}
              />
            )}
          </FieldFrame>
          {children}
        </>
      )}
    </Dialog>
  )
}
