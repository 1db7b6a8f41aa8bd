import type { Partner } from '../../../document/read-expression.ts'
import { ChoiceField } from '../../elements/choice-field.tsx'
import { TextField } from '../../elements/text-field.tsx'
import { useCompletenessWords } from '../completeness/words.ts'
import { useDraft, useDraftView } from '../draft-context.ts'
import { FactControl } from './fact-field.tsx'
import css from './facts.module.css'

/** An organisation's role in the application and what the call asks about each; no call, no question. */
export const PartnerMore = ({ partner }: { partner: Partner }) => {
  const draft = useDraft()
  const words = useCompletenessWords().partner
  const asked = useDraftView(({ call }) => call.partners.fields)
  const mayWrite = useDraftView((view) => view.mayWrite)
  return (
    <div className={css.form}>
      <div className={css.half}>
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
        <div key={field.id} className={css.half} data-asked={field.id}>
          <FactControl
            field={field}
            value={partner.facts.get(field.id) ?? null}
            mayWrite={mayWrite}
            write={(value) => draft.setPartnerFact(partner.id, field.id, value)}
          />
        </div>
      ))}
    </div>
  )
}
