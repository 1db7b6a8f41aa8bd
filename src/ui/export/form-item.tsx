import { useRef, useState } from 'react'
import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import type { TransferField } from '../../state/form-transfer.ts'
import { copyText } from '../draft/copy-text.ts'
import { Button } from '../elements/button.tsx'
import { CheckField } from '../elements/check-field.tsx'
import { exportWords } from '../wording/export.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './export.module.css'

interface FormItemProps {
  field: TransferField
  onTick: (isDone: boolean) => void
}

/** One field of the form: its text as it is counted, a press that copies it, a tick once it is there. */
export const FormItem = ({ field, onTick }: FormItemProps) => {
  const words = useWordsOf(exportWords).form
  const { text, state, kind, isLead } = field
  const [copied, setCopied] = useState<{ text: string; isCopied: boolean } | null>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const label =
    kind === 'partner'
      ? [field.label || words.organisation, isLead && words.lead].filter(Boolean).join(' · ')
      : field.label
  const copy = async () => {
    const isCopied = await copyText(text)
    // Then the person's own keys can still copy it.
    if (!isCopied) box.current?.select()
    setCopied({ text, isCopied })
  }
  const isFresh = copied?.text === text
  return (
    <li className={css.field} data-state={state}>
      <h3>{label}</h3>
      {text === '' ? (
        <p>{words.empty}</p>
      ) : (
        <textarea ref={box} className={css.text} aria-label={label} rows={rowsOf(field)} readOnly value={text} />
      )}
      <Count field={field} />
      {text !== '' && (
        <div className={css.acts}>
          <Button
            icon={isFresh && copied.isCopied ? Check : Copy}
            aria-label={words.copyOf(label)}
            onClick={() => void copy()}
          >
            {isFresh && copied.isCopied ? words.copied : words.copy}
          </Button>
          <CheckField
            label={
              <>
                {words.done}
                <span className="visually-hidden"> {label}</span>
              </>
            }
            checked={state === 'done'}
            onChange={onTick}
          />
          <output>
            {isFresh && !copied.isCopied ? (
              words.copyByHand
            ) : state === 'changed' ? (
              words.changed
            ) : isFresh ? (
              <span className="visually-hidden">{words.copied}</span>
            ) : (
              ''
            )}
          </output>
        </div>
      )}
    </li>
  )
}

/** Longer texts scroll. */
const rowsOf = ({ kind, text }: TransferField): number => (kind === 'section' ? Math.min(8, 1 + text.length / 60) : 1)

const Count = ({ field: { count, text } }: { field: TransferField }) => {
  const words = useWordsOf(exportWords).form
  const format = useFormat()
  if (count === null || text === '') return null
  const excess = count.characters - count.limit
  const sentence = words.countOf(format.number(count.characters), format.number(count.limit))
  return (
    <p>
      {sentence}
      {excess > 0 && <strong> · {words.over(format.number(excess))}</strong>}
    </p>
  )
}
