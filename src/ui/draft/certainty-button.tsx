import { useCallback, useId, useRef, useState } from 'react'
import Info from 'lucide-react/icons/info'
import type { Certainty } from '../../domain/call.ts'
import { useWording } from '../wording/use-wording.ts'
import { useDismiss } from './use-dismiss.ts'
import css from './certainty-button.module.css'

interface CertaintyButtonProps {
  /** What it is about: a section's title or a field's label. */
  label: string
  certainty: Certainty
  source?: string | undefined
}

/** Says how sure the call's file is of something; opens what that means and where it is from. Nothing when it is known. */
export const CertaintyButton = ({ label, certainty, source }: CertaintyButtonProps) => {
  const { draft } = useWording()
  const [isOpen, setOpen] = useState(false)
  const around = useRef<HTMLSpanElement>(null)
  const noteId = useId()
  useDismiss(
    isOpen,
    around,
    useCallback(() => setOpen(false), []),
  )
  if (certainty === 'known') return null
  const words = draft.certainty
  return (
    <span ref={around} className={css.around}>
      <button
        type="button"
        className={css.button}
        aria-label={words.of(label, words[certainty])}
        title={words[certainty]}
        aria-expanded={isOpen}
        aria-controls={isOpen ? noteId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Info size={16} strokeWidth={1.75} />
        <span>{words[certainty]}</span>
      </button>
      {isOpen && (
        <span id={noteId} role="note" className={css.note}>
          <strong className={css.word}>{words[certainty]}</strong>
          <span>{certainty === 'assumed' ? words.assumedMeaning : words.secondaryMeaning}</span>
          {source !== undefined && <span className={css.source}>{words.source(source)}</span>}
        </span>
      )}
    </span>
  )
}
