import { Suspense, useState } from 'react'
import { may } from '../../domain/role.ts'
import { emptyInvite, useScreen } from '../draft/screen.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { useIsDistributed } from '../draft/section-view.ts'
import { Button } from '../elements/button.tsx'
import { SectorMark } from '../elements/sector-mark.tsx'
import { createPart, Nothing } from '../part.tsx'
import { useWording } from '../wording/use-wording.ts'
import { InvitedPerson, TeamMember } from './team-member.tsx'
import { groupByOrganisation, type Organisation } from './organisations.ts'
import css from './team-members.module.css'

const WorkSummary = createPart(() =>
  import('../work/work-summary.tsx').then(
    (module) => module.WorkSummary,
    () => Nothing,
  ),
)

/** Everyone who writes, by organisation, with open invitations. */
export const TeamMembers = ({ form }: { form: 'full' | 'margin' }) => {
  const { team } = useWording()
  const organisations = useDraftView(({ partners, members, invitations }) =>
    groupByOrganisation(partners, members, invitations),
  )
  const isOnline = useDraftView(({ reachable }) => reachable)
  const isDistributed = useIsDistributed()
  const [said, setSaid] = useState('')
  return (
    <div className={css.members} data-form={form}>
      {organisations.map((organisation) => (
        <OrganisationGroup key={organisation.name} organisation={organisation} form={form} onSaid={setSaid} />
      ))}
      {form === 'full' && !isOnline && <p className={css.remark}>{team.offlinePresence}</p>}
      {(form === 'full' || isDistributed) && (
        <Suspense>
          <WorkSummary />
        </Suspense>
      )}
      <output className={said === '' ? 'visually-hidden' : css.remark}>{said}</output>
    </div>
  )
}

interface GroupProps {
  organisation: Organisation
  form: 'full' | 'margin'
  onSaid: (sentence: string) => void
}

const OrganisationGroup = ({ organisation, form, onSaid }: GroupProps) => {
  const { team, elements } = useWording()
  const labels = useDraftView(({ call }) => call.partners.sectors)
  const { name, sector, lead, members, invitations } = organisation
  const sectorLabel = labels.find(({ id }) => id === sector)?.label ?? (sector ? elements.sectors[sector] : '')
  return (
    <section className={css.organisation}>
      <div className={css.head}>
        <SectorMark sector={sector} size={12} named={form === 'margin'} />
        <h3 className={css.name}>{name}</h3>
        {form === 'full' && <span className={css.sector}>{sectorLabel}</span>}
        {lead && form === 'full' && <span className={css.lead}>{team.lead}</span>}
      </div>
      <ul>
        {members.map((member) => (
          <TeamMember key={member.id} member={member} form={form} />
        ))}
        {invitations.map((invitation) => (
          <InvitedPerson key={invitation.id} invitation={invitation} mayWithdraw={form === 'full'} onSaid={onSaid} />
        ))}
        {members.length === 0 && invitations.length === 0 && (
          <NobodyYet organisation={organisation} offersInviting={form === 'full'} />
        )}
      </ul>
    </section>
  )
}

const NobodyYet = ({ organisation, offersInviting }: { organisation: Organisation; offersInviting: boolean }) => {
  const { team } = useWording()
  const screen = useScreen()
  const mayInvite = useDraftView(({ me }) => may(me.role, 'invite'))
  const { name, sector } = organisation
  return (
    <li className={css.nobody}>
      <span>{team.nobodyYet}</span>
      {mayInvite && offersInviting && (
        <Button
          kind="quiet"
          aria-label={team.inviteSomeoneOf(name)}
          onClick={() => {
            screen.view.setState({ dialog: 'team', made: null, invite: { ...emptyInvite, organisation: name, sector } })
            requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-field="einladung-name"]')?.focus())
          }}
        >
          {team.inviteShort}
        </Button>
      )}
    </li>
  )
}
