import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { DateField } from '../elements/date-field.tsx'
import { FieldFrame } from '../elements/field-frame.tsx'
import { TextField } from '../elements/text-field.tsx'
import { localDay } from '../team/local-day.ts'
import { agreementWords } from '../wording/agreement.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useAgreement } from './use-agreement.ts'
import css from './agreement.module.css'

const emptyReceipt = () => {
  const now = new Date()
  const [hour, minute] = [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0'))
  return { where: '', note: '', day: localDay(now.getTime()), time: `${hour}:${minute}` }
}

/** Where the package went, and when. */
export const ReceiptForm = () => {
  const words = useWordsOf(agreementWords).receipts
  const agreement = useAgreement()
  const [typed, setTyped] = useState(emptyReceipt)
  const [shown, setShown] = useState<'errors' | 'saved' | null>(null)
  const submittedAt = new Date(`${typed.day}T${typed.time || '00:00'}`).getTime()
  const lacksWhere = typed.where.trim() === ''
  const lacksDay = Number.isNaN(submittedAt)
  const change = (part: Partial<typeof typed>) => {
    setShown(null)
    setTyped((before) => ({ ...before, ...part }))
  }
  const save = async () => {
    if (lacksWhere || lacksDay) return setShown('errors')
    await agreement.noteSubmission({ where: typed.where.trim(), note: typed.note.trim(), submittedAt })
    setTyped(emptyReceipt())
    setShown('saved')
  }
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save().catch((error: unknown) => reportError(error))
      }}
    >
      <TextField
        label={words.where}
        hint={words.whereHint}
        error={shown === 'errors' && lacksWhere ? words.whereNeeded : null}
        maxLength={300}
        value={typed.where}
        onChange={(where) => change({ where })}
      />
      <div className={css.when}>
        <DateField
          label={words.day}
          error={shown === 'errors' && lacksDay ? words.dayNeeded : null}
          value={typed.day}
          onChange={(day) => change({ day })}
        />
        <FieldFrame label={words.time}>
          {(control) => (
            <input
              {...control}
              type="time"
              value={typed.time}
              onChange={(event) => change({ time: event.target.value })}
            />
          )}
        </FieldFrame>
      </div>
      <TextField
        label={words.note}
        optional
        rows={2}
        maxLength={2000}
        value={typed.note}
        onChange={(note) => change({ note })}
      />
      <div className={css.acts}>
        <Button type="submit">{words.save}</Button>
        <output>{shown === 'saved' ? words.saved : ''}</output>
      </div>
    </form>
  )
}
