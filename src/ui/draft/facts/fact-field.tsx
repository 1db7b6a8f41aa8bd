import { Suspense } from 'react'
import type { FactValue } from '../../../domain/fact.ts'
import type { CallField } from '../../../domain/call.ts'
import { ChoiceField } from '../../elements/choice-field.tsx'
import { SegmentedChoice } from '../../elements/segmented-choice.tsx'
import { TextField } from '../../elements/text-field.tsx'
import { createPart } from '../../part.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { CertaintyButton } from '../certainty-button.tsx'
import { useDraft, useDraftView } from '../draft-context.ts'
import { TalkButton } from '../talk-button.tsx'
import { FieldPresence, useFieldPlace } from './field-presence.tsx'
import { TypedFact } from './typed-fact.tsx'
import css from './facts-form.module.css'

// Rarely two write in one field at once.
const FactRivals = createPart(() => import('./fact-rivals.tsx').then((part) => part.FactRivals))
const none: readonly FactValue[] = []

/** One fact of the call, by its kind. */
export const FactField = ({ field }: { field: CallField }) => {
  const draft = useDraft()
  const value = useDraftView((view) => view.facts.get(field.id) ?? null)
  const rivals = useDraftView((view) => view.rivals.get(field.id) ?? none)
  const mayWrite = useDraftView((view) => view.mayWrite)
  const write = (next: FactValue | null) => draft.setFact(field.id, next)
  const place = useFieldPlace(field.id)
  return (
    <div className={css.fact} data-kind={field.kind} data-fact={field.id} {...place}>
      <FactControl field={field} value={value} mayWrite={mayWrite} write={write} />
      <span className={css.certainty}>
        <FieldPresence fieldKey={field.id} />
        <TalkButton about={{ on: 'field', field: field.id }} name={field.label} />
        <CertaintyButton label={field.label} certainty={field.certainty} source={field.source} />
      </span>
      {rivals.length > 0 && mayWrite && (
        <Suspense>
          <FactRivals field={field} value={value} rivals={rivals} write={write} />
        </Suspense>
      )}
    </div>
  )
}

interface FactControlProps {
  field: CallField
  value: FactValue | null
  mayWrite: boolean
  write: (value: FactValue | null) => void
}

/** A field of any kind. `write` takes null for what is cleared. */
export const FactControl = ({ field, value, mayWrite, write }: FactControlProps) => {
  const { elements, draft } = useWording()
  if (field.kind === 'choice') {
    return (
      <ChoiceField
        label={field.label}
        hint={field.hint}
        optional={!field.required}
        choices={(field.choices ?? []).map((choice) => ({ value: choice, label: choice }))}
        value={typeof value === 'string' ? value : null}
        onChange={write}
        disabled={!mayWrite}
      />
    )
  }
  if (field.kind === 'yes-no' && !mayWrite) {
    const said = typeof value !== 'boolean' ? draft.factOpen : value ? elements.yes : elements.no
    return <TextField label={field.label} hint={field.hint} value={said} readOnly onChange={() => undefined} />
  }
  if (field.kind === 'yes-no') {
    return (
      <SegmentedChoice
        legend={field.label}
        optional={!field.required}
        hint={field.hint}
        choices={[
          { value: 'yes', label: elements.yes },
          { value: 'no', label: elements.no },
          { value: 'open', label: draft.factOpen },
        ]}
        value={typeof value !== 'boolean' ? 'open' : value ? 'yes' : 'no'}
        onChange={(chosen) => write(chosen === 'open' ? null : chosen === 'yes')}
      />
    )
  }
  return <TypedFact field={field} value={value} mayWrite={mayWrite} write={write} />
}
