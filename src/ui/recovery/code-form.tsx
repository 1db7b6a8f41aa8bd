import { useRef, useState, type FormEvent } from 'react'
import { refused, type Refusal } from '../../domain/refusal.ts'
import type { Return } from '../../state/come-back.ts'
import { useApp } from '../app-context.tsx'
import { Button } from '../elements/button.tsx'
import { TextField } from '../elements/text-field.tsx'
import type { Translated } from '../wording/catalogue.ts'
import { recoveryWords } from '../wording/recovery.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './recovery.module.css'

type Words = Translated<typeof recoveryWords.de>

/** The code from the sheet, as it was copied by hand. What was typed stays until it fits. */
export const CodeForm = ({ title, onBack }: { title: string | null; onBack: (back: Return) => void }) => {
  const words = useWordsOf(recoveryWords)
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

const sentenceFor = (refusal: Refusal, words: Words['refused']): string => {
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
