import { useState } from 'react'
import type { Invite } from '../../domain/draft-access.ts'
import { Button } from '../elements/button.tsx'
import { SectorName } from '../elements/sector-mark.tsx'
import { TextField } from '../elements/text-field.tsx'
import { useWording } from '../wording/use-wording.ts'
import css from './join-page.module.css'

interface JoinAsProps {
  invited: Invite
  name: string
  error: string | null
  onChange: (name: string) => void
}

/** Under which name, for whom and to what; only the name is the guest's own to correct. */
export const JoinAs = ({ invited, name, error, onChange }: JoinAsProps) => {
  const { join: words } = useWording()
  const [changing, setChanging] = useState(false)
  return (
    <section className={css.joinAs}>
      <h2 className={css.label}>{words.joinAs}</h2>
      {changing || error ? (
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={name}
          error={error}
          onChange={onChange}
          name="name"
          autoComplete="name"
          ref={(input) => {
            if (input && !input.dataset['met']) {
              input.dataset['met'] = 'yes'
              input.focus()
            }
          }}
        />
      ) : (
        <div className={css.name}>
          <strong>{name}</strong>
          <Button kind="quiet" onClick={() => setChanging(true)}>
            {words.changeName}
          </Button>
        </div>
      )}
      <p>
        <SectorName sector={invited.sector}>{invited.organisation}</SectorName>
      </p>
      <p className={css.role}>{words.roles[invited.role]}</p>
    </section>
  )
}
