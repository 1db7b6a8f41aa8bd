import type { DraftAccess } from '../domain/draft-access.ts'
import { isDraftId, type DraftId } from '../domain/draft-id.ts'
import { accepted, refused, type Outcome } from '../domain/refusal.ts'
import type { InvitationLook } from './app-state.ts'
import type { Desk } from './desk.ts'
import { createIdSeed, newDraftRecord } from './start-draft.ts'

export const lookAtInvitation = async (
  { api, calls }: Desk,
  draftId: DraftId,
  secret: string,
): Promise<Outcome<InvitationLook>> => {
  const look = await api.lookAtInvitation({ draftId, secret })
  if (!look.ok) return look
  const call = await calls.find(look.value.callId)
  return call.ok ? accepted({ view: look.value, call: call.value }) : call
}

export const redeemInvitation = async (
  desk: Desk,
  draftId: DraftId,
  secret: string,
  name: string,
): Promise<Outcome<DraftId>> => {
  const access = await desk.api.redeemInvitation({ draftId, secret, name })
  if (!access.ok) return access
  return rememberAccess(desk, access.value)
}

/** Remembers what the server vouches for, beside what this device already knows of the draft. */
export const rememberAccess = async ({ deviceStore }: Desk, access: DraftAccess): Promise<Outcome<DraftId>> => {
  if (!isDraftId(access.draftId)) return refused('invalid')
  const { draftId, callId, me } = access
  const before = (await deviceStore.readDraft(draftId)) ?? { ...newDraftRecord(callId, me, Date.now()), draftId }
  const { name, organisation, sector } = me
  await deviceStore.writeDraft({
    ...before,
    me: { name, organisation, sector },
    access,
    registered: true,
    removed: false,
    idSeed: before.idSeed || createIdSeed(),
  })
  return accepted(draftId)
}
