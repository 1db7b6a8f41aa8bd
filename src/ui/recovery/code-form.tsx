import { useRef, useState, type FormEvent } from 'react'
import { refused, type Refusal } from '../../domain/refusal.ts'
import type { Return } from '../../state/come-back.ts'
import { useApp } from '../app-context.tsx'
import { Button } from '../elements/button.tsx'
import { TextField } from '../elements/text-field.tsx'
import type { Catalogue } from '../wording/catalogue.ts'
import { useWording } from '../wording/use-wording.ts'
import css from './recovery.module.css'

/** The code from the sheet, as it was copied by hand. What was typed stays until it fits. */
export const CodeForm = ({ title, onBack }: { title: string | null; onBack: (back: Return) => void }) => {
  const { recovery: words } = useWording()
  const { comeBack } = useApp()
  const field = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const complain = (sentence: string) => {
    setError(sentence)
    field.current?.focus()
  }
  const enter = async () => {
    if (isBusy) return
    if (code.trim() === '') return complain(words.refused.missing)
    setBusy(true)
    const outcome = await comeBack.withCode(code).catch(() => refused('busy'))
    setBusy(false)
    if (outcome.ok) onBack(outcome.value)
    else complain(sentenceFor(outcome.refusal, words.refused))
  }
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void enter()
      }}
    >
      {title !== null && <h2 className={css.subtitle}>{title}</h2>}
      <TextField
        ref={field}
        label={words.code}
        hint={words.codeHint}
        error={error}
        value={code}
        maxLength={100}
        autoComplete="off"
        onChange={(typed) => {
          setCode(typed)
          setError(null)
        }}
      />
      <div>
        <Button kind={title === null ? 'primary' : 'secondary'} size="large" type="submit" busy={isBusy}>
          {words.go}
        </Button>
      </div>
    </form>
  )
}

const sentenceFor = (refusal: Refusal, words: Catalogue['recovery']['refused']): string => {
  switch (refusal) {
    case 'invalid':
      return words.unreadable
    case 'invitation-unusable':
      return words.useless
    case 'busy':
    case 'unreachable':
      return words[refusal]
    default:
      return words.other
  }
}
