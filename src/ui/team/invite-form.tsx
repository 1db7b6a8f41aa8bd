import { Suspense, useId, useState } from 'react'
import { refused, type Refusal } from '../../domain/refusal.ts'
import { emptyInvite, useScreen, useScreenView, type InviteTyping } from '../draft/screen.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { PartnerNames } from '../draft/partner-names.tsx'
import { Button } from '../elements/button.tsx'
import { FieldFrame } from '../elements/field-frame.tsx'
import { SectorChoice } from '../elements/sector-choice.tsx'
import { SegmentedChoice } from '../elements/segmented-choice.tsx'
import { createPart } from '../part.tsx'
import { useWording } from '../wording/use-wording.ts'
import css from './invite.module.css'

const InvitedSigning = createPart(() => import('../agreement/signing-of.tsx').then((module) => module.InvitedSigning))

type Missing = 'name' | 'organisation' | 'sector'

const missingIn = ({ name, organisation, sector }: InviteTyping): Missing | null =>
  name.trim() === '' ? 'name' : organisation.trim() === '' ? 'organisation' : sector === null ? 'sector' : null

/** Whom to invite, for which organisation, to write or to read. What is typed stays until an invitation is made of it. */
export const InviteForm = () => {
  const { team, elements } = useWording()
  const words = team.invite
  const draft = useDraft()
  const screen = useScreen()
  const typed = useScreenView(({ invite }) => invite)
  const sectors = useDraftView(({ call }) => call.partners.sectors)
  const isOnline = useDraftView(({ reachable }) => reachable)
  const [missing, setMissing] = useState<Missing | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isBusy, setBusy] = useState(false)

  const change = (part: Partial<InviteTyping>) => {
    setMissing(null)
    setRefusal(null)
    screen.view.setState(({ invite }) => ({ invite: { ...invite, ...part } }))
  }
  const changeOrganisation = (organisation: string) => {
    const partner = draft.view.getState().partners.find(({ name }) => name === organisation.trim())
    change({ organisation, ...(partner && { sector: partner.sector }) })
  }
  const make = async () => {
    const { name, organisation, sector, role, signing } = typed
    setMissing(missingIn(typed))
    if (missingIn(typed) !== null || sector === null || isBusy) return
    setBusy(true)
    const outcome = await draft
      .invite({
        name: name.trim(),
        organisation: organisation.trim(),
        sector,
        role,
        ...(signing !== null && { signing }),
      })
      .catch(() => refused('invalid'))
    setBusy(false)
    if (outcome.ok) screen.view.setState({ made: outcome.value, invite: emptyInvite })
    else setRefusal(outcome.refusal)
  }

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
      noValidate
      aria-labelledby="einladung-titel"
    >
      <div>
        <h3 id="einladung-titel" className={css.title}>
          {words.title}
        </h3>
        <p className={css.intro}>{words.intro}</p>
      </div>
      <PersonField
        id="einladung-name"
        label={words.name}
        value={typed.name}
        onChange={(name) => change({ name })}
        error={missing === 'name' ? words.nameNeeded : null}
      />
      <PersonField
        label={words.organisation}
        value={typed.organisation}
        onChange={changeOrganisation}
        error={missing === 'organisation' ? words.organisationNeeded : null}
        offersPartners
      />
      <SectorChoice
        legend={words.sector}
        choices={sectors}
        value={typed.sector}
        onChange={(sector) => change({ sector })}
        error={missing === 'sector' ? words.sectorNeeded : null}
      />
      <div>
        <p className={css.fieldLabel} aria-hidden="true">
          {words.role}
        </p>
        <SegmentedChoice
          legend={words.role}
          legendHidden
          choices={[
            { value: 'editor', label: elements.roles.editor },
            { value: 'commenter', label: elements.roles.commenter },
            { value: 'viewer', label: elements.roles.viewer },
          ]}
          value={typed.role === 'owner' ? 'editor' : typed.role}
          onChange={(role) => change({ role })}
        />
        <p className={css.hint}>{team.roleHints[typed.role === 'owner' ? 'editor' : typed.role]}</p>
      </div>
      <Suspense fallback={null}>
        <InvitedSigning value={typed.signing} onChange={(signing) => change({ signing })} />
      </Suspense>
      {refusal !== null && (
        <p role="alert" className={css.problem}>
          {refusalWords(refusal, words.refused)}
        </p>
      )}
      <Button
        kind="primary"
        size="large"
        type="submit"
        wide
        busy={isBusy}
        unavailable={isOnline ? null : words.needsServer}
      >
        {isBusy ? words.making : words.make}
      </Button>
    </form>
  )
}

const refusalWords = (refusal: Refusal, words: ReturnType<typeof useWording>['team']['invite']['refused']): string => {
  const said: Partial<Record<Refusal, string>> = {
    unreachable: words.unreachable,
    busy: words.busy,
    'team-full': words.full,
    'not-allowed': words.notAllowed,
    'signed-out': words.signedOut,
  }
  return said[refusal] ?? words.other
}

interface PersonFieldProps {
  id?: string
  label: string
  value: string
  onChange: (value: string) => void
  error: string | null
  offersPartners?: boolean
}

/** A line of text that browsers must not fill in with the inviter's own name. */
const PersonField = ({ id, label, value, onChange, error, offersPartners = false }: PersonFieldProps) => {
  const listId = useId()
  return (
    <FieldFrame label={label} error={error}>
      {(control) => (
        <>
          <input
            {...control}
            data-field={id}
            type="text"
            list={offersPartners ? listId : undefined}
            autoComplete="off"
            maxLength={120}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {offersPartners && <PartnerNames id={listId} />}
        </>
      )}
    </FieldFrame>
  )
}
