import { expect } from 'vitest'
import type { NewEntry } from '../../../src/domain/discussion-entry.ts'
import type { DraftId } from '../../../src/domain/draft-id.ts'
import type { Role } from '../../../src/domain/role.ts'
import type { Desk } from '../../../src/state/desk.ts'
import type { DraftDiscussion } from '../../../src/state/discussion/draft-discussion.ts'
import type { LiveDraft } from '../../../src/state/live-draft.ts'
import { safetyStatus } from '../../../src/state/safety-status.ts'
import { amina, carla } from '../../server/person.ts'
import { eventually } from '../../world/eventually.ts'
import type { TestServer } from '../../world/server.ts'
import { must, Participant } from '../browser.ts'

export const comment = (words: string): NewEntry => ({ type: 'comment', subject: { on: 'draft' }, words, mentions: [] })

/** A draft at work on somebody's device, with what is said about it. */
export interface AtWork {
  desk: Desk
  live: LiveDraft
  discussion: DraftDiscussion
  says(words: string): void
  reads(): string[]
  status(): string
  leaves(): Promise<void>
}

export const worksOn = async (person: Participant, draftId: DraftId, desk = person.desk()): Promise<AtWork> => {
  const live = must(await desk.hold(draftId))
  const discussion = await live.discussion()
  return {
    desk,
    live,
    discussion,
    says: (words) => void must(discussion.add(comment(words))),
    reads: () => discussion.view.getState().threads.map(({ opening }) => opening.words),
    status: () => safetyStatus(live.facts()).name,
    leaves: () => desk.drafts.closeAll(),
  }
}

/** Amina leads, Carla comments; both are at work. */
export const together = async (server: TestServer, role: Role = 'commenter') => {
  const [aminaHere, carlaHere] = await Promise.all([amina, carla].map((each) => Participant.arrives(each, server)))
  if (!aminaHere || !carlaHere) throw new Error('two people')
  const draftId = await aminaHere.starts('Marburg')
  const draft = await aminaHere.opens(draftId)
  await eventually(() => expect(draft.view.getState().status.name).toBe('live'))
  const { link } = must(await draft.invite({ ...carla, role }))
  const [, , secret = ''] = /\/einladung\/(\w+)#(.+)$/.exec(link) ?? []
  must(await carlaHere.app.redeemInvitation(draftId, secret, carla.name))
  await draft.close()
  const [aminas, carlas] = [await worksOn(aminaHere, draftId), await worksOn(carlaHere, draftId)]
  await eventually(() => expect([aminas.status(), carlas.status()]).toEqual(['live', 'live']))
  return {
    draftId,
    aminaHere,
    carlaHere,
    aminas,
    carlas,
    leave: () => Promise.all([aminaHere.leaves(), carlaHere.leaves()]),
  }
}

export const roleOf = async ({ desk, live }: AtWork, name: string, role: Role): Promise<void> => {
  const member = must(await live.refreshAccess()).members.find((each) => each.name === name)
  must(await desk.api.team.changeRole(live.draftId, member?.id ?? '', role))
}
