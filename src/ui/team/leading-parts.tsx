import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { CheckField } from '../elements/check-field.tsx'
import { useWording } from '../wording/use-wording.ts'
import { AuditTrail } from './audit-trail.tsx'
import { HeldBack } from './held-back.tsx'
import { WaysBack } from '../recovery/ways-back.tsx'
import { LeaveDraft } from './leave-draft.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { useAsking } from './use-asking.ts'
import css from './access.module.css'

/** Who waits for a decision, and what does. */
export const Undecided = () => (
  <>
    <Pending />
    <HeldBack />
  </>
)

/** What is rarely needed, folded away. */
export const LeadingParts = ({ leads }: { leads: boolean }) => (
  <div className={css.leading}>
    {leads && <Confirmation />}
    <OwnSessions />
    {leads && <WaysBack />}
    {leads && <AuditTrail />}
    <LeaveDraft />
  </div>
)

const Pending = () => {
  const { access, elements } = useWording()
  const draft = useDraft()
  const { ask, refusal } = useAsking()
  const pending = useDraftView((view) => view.pending)
  if (pending.length === 0) return null
  return (
    <section className={css.part}>
      <h3>{access.pendingTitle}</h3>
      <ul>
        {pending.map(({ id, name, organisation, role }) => (
          <li key={id} className={css.row}>
            <span>
              {name} <span className={css.quiet}>{`${organisation} · ${elements.roles[role]}`}</span>
            </span>
            <span className={css.choices}>
              <Button kind="plain" aria-label={access.declineOf(name)} onClick={() => void ask(draft.team.remove(id))}>
                {access.decline}
              </Button>
              <Button aria-label={access.confirmOf(name)} onClick={() => void ask(draft.team.confirm(id))}>
                {access.confirm}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {refusal !== null && <p role="alert">{access.failed}</p>}
    </section>
  )
}

const Confirmation = () => {
  const { access } = useWording()
  const draft = useDraft()
  const { ask, refusal } = useAsking()
  const confirms = useDraftView((view) => view.confirmsWriters)
  return (
    <div>
      <CheckField
        label={access.confirmsWriters}
        hint={access.confirmsWritersHint}
        checked={confirms}
        onChange={(checked) => void ask(draft.team.setConfirmsWriters(checked))}
      />
      {refusal !== null && <p role="alert">{access.failed}</p>}
    </div>
  )
}
