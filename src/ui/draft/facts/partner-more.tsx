import type { FactValue, Partner } from '../../../document/read-expression.ts'
import type { CallField } from '../../../domain/call.ts'
import { partnerKey } from '../../../domain/partner.ts'
import { ChoiceField } from '../../elements/choice-field.tsx'
import { classNames } from '../../elements/class-names.ts'
import { TextField } from '../../elements/text-field.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { useCompletenessWords } from '../completeness/words.ts'
import { useDraft, useDraftView } from '../draft-context.ts'
import { TalkButton } from '../talk-button.tsx'
import { FactControl } from './fact-field.tsx'
import { FactRivals } from './fact-rivals.tsx'
import { FieldPresence, useFieldPlace } from './field-presence.tsx'
import css from './facts.module.css'
import form from './facts-form.module.css'

/** An organisation's role in the application and what the call asks about each; no call, no question. */
export const PartnerMore = ({ partner }: { partner: Partner }) => {
  const draft = useDraft()
  const words = useCompletenessWords().partner
  const asked = useDraftView(({ call }) => call.partners.fields)
  const { unnamed } = useWording().draft.partners
  const mayWrite = useDraftView((view) => view.mayWrite)
  return (
    <div className={css.form}>
      <div className={classNames(css.half, form.asked)}>
        <span className={form.certainty}>
          <TalkButton about={{ on: 'field', field: partnerKey(partner.id, 'name') }} name={called(partner, unnamed)} />
        </span>
        {partner.lead ? (
          <TextField label={words.role} value={words.leading} readOnly onChange={() => undefined} />
        ) : (
          <ChoiceField
            label={words.role}
            choices={[
              { value: 'signing', label: words.signing },
              { value: 'supporting', label: words.supporting },
            ]}
            value={partner.supports ? 'supporting' : 'signing'}
            onChange={(role) => draft.changePartner(partner.id, { supports: role === 'supporting' })}
            disabled={!mayWrite}
          />
        )}
      </div>
      {asked.map((field) => (
        <AskedField key={field.id} partner={partner} field={field} />
      ))}
    </div>
  )
}

const called = ({ name }: Partner, unnamed: string): string => name || unnamed

const none: readonly FactValue[] = []

const AskedField = ({ partner, field }: { partner: Partner; field: CallField }) => {
  const draft = useDraft()
  const fieldKey = partnerKey(partner.id, field.id)
  const { unnamed } = useWording().draft.partners
  const mayWrite = useDraftView((view) => view.mayWrite)
  const rivals = useDraftView((view) => view.rivals.get(fieldKey) ?? none)
  const place = useFieldPlace(fieldKey)
  const value = partner.facts.get(field.id) ?? null
  const write = (next: FactValue | null) => draft.setPartnerFact(partner.id, field.id, next)
  return (
    <div className={classNames(css.half, form.asked)} data-asked={field.id} {...place}>
      <FactControl field={field} value={value} mayWrite={mayWrite} write={write} />
      <span className={form.certainty}>
        <FieldPresence fieldKey={fieldKey} />
        <TalkButton about={{ on: 'field', field: fieldKey }} name={`${called(partner, unnamed)}: ${field.label}`} />
      </span>
      {rivals.length > 0 && mayWrite && <FactRivals field={field} value={value} rivals={rivals} write={write} />}
    </div>
  )
}
