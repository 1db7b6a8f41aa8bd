import { useState } from 'react'
import type { Member } from '../../domain/person.ts'
import { may, roles, type Role } from '../../domain/role.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { useWording } from '../wording/use-wording.ts'
import { useAsking } from './use-asking.ts'
import css from './access.module.css'

/** What a member may do; owners choose it here, and end the participation. */
export const RoleOf = ({ member, isFixed }: { member: Member; isFixed: boolean }) => {
  const { access, elements } = useWording()
  const draft = useDraft()
  const mayLead = useDraftView(({ me, reachable }) => may(me.role, 'lead') && reachable && me.memberId !== null)
  const [isAsking, setAsking] = useState(false)
  const { ask, refusal } = useAsking()
  const isMe = useDraftView(({ me }) => me.memberId === member.id)
  if (isFixed || !mayLead) return <span className={css.role}>{elements.roles[member.role]}</span>

  const change = (role: Role) => ask(draft.team.changeRole(member.id, role))
  const remove = () => {
    setAsking(false)
    void ask(draft.team.remove(member.id))
  }
  return (
    <span className={css.decisions}>
      <select
        className={css.select}
        aria-label={access.roleOf(member.name)}
        value={member.role}
        onChange={(event) => void change(roles.find((role) => role === event.target.value) ?? member.role)}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {elements.roles[role]}
          </option>
        ))}
      </select>
      {!isMe && (
        <Button kind="plain" aria-label={access.removeOf(member.name)} onClick={() => setAsking(true)}>
          {access.remove}
        </Button>
      )}
      {refusal !== null && (
        <span role="alert" className={css.problem}>
          {refusal === 'last-owner' ? access.lastOwner : access.failed}
        </span>
      )}
      {isAsking && (
        <Dialog
          title={access.removeTitle(member.name)}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{elements.cancel}</Button>
              <Button kind="primary" onClick={remove}>
                {access.removeNow}
              </Button>
            </>
          }
        >
          <p>{access.removeText}</p>
        </Dialog>
      )}
    </span>
  )
}
