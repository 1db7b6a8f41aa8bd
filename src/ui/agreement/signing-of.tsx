import type { Member } from '../../domain/person.ts'
import { may } from '../../domain/role.ts'
import { signings, type Signing } from '../../domain/signing.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { useAsking } from '../team/use-asking.ts'
import { signingWords } from '../wording/signing.ts'
import { useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './signing.module.css'

/** Whether a member may agree for their organisation; who leads says so here. */
export const SigningOf = ({ member }: { member: Member }) => {
  const words = useWordsOf(signingWords)
  const { access } = useWording()
  const draft = useDraft()
  const mayLead = useDraftView(({ me, reachable }) => may(me.role, 'lead') && reachable && me.memberId !== null)
  const { ask, refusal } = useAsking()
  if (!mayLead) return member.signing === undefined ? null : <span className={css.quiet}>{words[member.signing]}</span>
  return (
    <>
      <SigningSelect
        label={words.labelOf(member.name)}
        value={member.signing ?? null}
        onChange={(signing) => void ask(draft.team.changeSigning(member.id, signing))}
      />
      {refusal !== null && (
        <span role="alert" className={css.quiet}>
          {access.failed}
        </span>
      )}
    </>
  )
}

interface SigningSelectProps {
  label: string
  value: Signing | null
  onChange: (signing: Signing | null) => void
}

const SigningSelect = ({ label, value, onChange }: SigningSelectProps) => {
  const words = useWordsOf(signingWords)
  return (
    <select
      className={css.select}
      aria-label={label}
      value={value ?? 'none'}
      onChange={(event) => onChange(signings.find((each) => each === event.target.value) ?? null)}
    >
      {(['none', ...signings] as const).map((each) => (
        <option key={each} value={each}>
          {words[each]}
        </option>
      ))}
    </select>
  )
}

/** The same for somebody who is being invited; only who leads is asked. */
export const InvitedSigning = (props: Omit<SigningSelectProps, 'label'>) => {
  const words = useWordsOf(signingWords)
  const mayLead = useDraftView(({ me }) => may(me.role, 'lead'))
  if (!mayLead) return null
  return (
    <div className={css.invited}>
      <p className={css.label} aria-hidden="true">
        {words.label}
      </p>
      <SigningSelect label={words.label} {...props} />
      <p className={css.quiet}>{words.hint}</p>
    </div>
  )
}
