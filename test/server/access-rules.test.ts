import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lookAtInvitation, makeInvitation, redeemInvitation } from '../../server/access/invitations.ts'
import { findMembership, registerDraft } from '../../server/access/membership.ts'
import { beginSession, findSession } from '../../server/access/sessions.ts'
import { createToken, hashToken } from '../../server/access/tokens.ts'
import { openStore, type Store } from '../../server/store/open-store.ts'
import { amina, bruno, callId, newDraftId } from './person.ts'

const day = 86_400_000

let store: Store
beforeEach(async () => {
  store = await openStore(':memory:')
})
afterEach(() => store.close())

describe('a session', () => {
  it('lasts 30 days from when it was last seen, and 180 days at most', async () => {
    const token = createToken()
    await beginSession(store.access, token, 0)
    const seen = async (at: number) => (await findSession(store.access, token, at * day)).name
    expect(await seen(29)).toBe('live')
    expect(await seen(58)).toBe('live')
    expect(await seen(58 + 30)).toBe('expired')

    const busy = createToken()
    await beginSession(store.access, busy, 0)
    for (let at = 10; at < 180; at += 10) expect((await findSession(store.access, busy, at * day)).name).toBe('live')
    expect((await findSession(store.access, busy, 180 * day)).name).toBe('expired')
  })

  it('is found by its token and never stored as one', async () => {
    const token = createToken()
    expect(await beginSession(store.access, token, 0)).toBe(hashToken(token))
    expect((await findSession(store.access, createToken(), 0)).name).toBe('unknown')
    expect((await findSession(store.access, 'short', 0)).name).toBe('expired')
    expect(hashToken(token)).not.toContain(token)
  })

  it('takes its memberships along when it is removed', async () => {
    const draftId = newDraftId()
    const sessionId = await beginSession(store.access, createToken(), 0)
    await registerDraft(store.access, sessionId, { draftId, callId, person: amina }, 0)
    await store.access.removeSessionsExpiredBy(31 * day)
    expect(await findMembership(store.access, sessionId, draftId)).toEqual({ ok: false, refusal: 'absent' })
    expect(await store.access.listMembers(draftId)).toHaveLength(1)
  })
})

describe('an invitation', () => {
  it('expires after 14 days', async () => {
    const draftId = newDraftId()
    const sessionId = await beginSession(store.access, createToken(), 0)
    const registered = await registerDraft(store.access, sessionId, { draftId, callId, person: amina }, 0)
    if (!registered.ok) throw new Error(registered.refusal)
    const made = await makeInvitation(store.access, registered.value.membership, { ...bruno, role: 'editor' }, 0)
    if (!made.ok) throw new Error(made.refusal)
    const { secret } = made.value
    expect((await lookAtInvitation(store.access, { draftId, secret }, 14 * day - 1)).ok).toBe(true)
    expect(await lookAtInvitation(store.access, { draftId, secret }, 14 * day)).toEqual({
      ok: false,
      refusal: 'invitation-unusable',
    })
    const guest = await beginSession(store.access, createToken(), 14 * day)
    expect((await redeemInvitation(store.access, guest, { draftId, secret, name: 'B' }, 14 * day)).ok).toBe(false)
    expect(await store.access.listInvitations(draftId, 14 * day)).toEqual([])
  })
})
