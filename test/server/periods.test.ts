import { DatabaseSync } from '@photostructure/sqlite'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createHeldBackChanges, type LateChanges } from '../../server/access/held-back.ts'
import { redeemInvitation } from '../../server/access/invitations.ts'
import { hashToken } from '../../server/access/tokens.ts'
import { databaseFile } from '../../server/operations/database-file.ts'
import { createDraftEnd } from '../../server/operations/draft-end.ts'
import { createErasure } from '../../server/operations/erasure.ts'
import { removeReplacedBefore, replacedFile } from '../../server/operations/replaced-databases.ts'
import { tidy } from '../../server/operations/tidying.ts'
import { openStore } from '../../server/store/open-store.ts'
import { createTestFolder } from '../world/server.ts'
import { discussionOf } from '../../src/domain/document-id.ts'
import { accepted, refused } from '../../src/domain/refusal.ts'
import { amina, bruno, newDraftId } from './person.ts'

const dayMs = 86_400_000

const unknown = (): never => {
  throw new Error('nobody of this draft')
}

const openDrafts = async () => {
  const folder = createTestFolder()
  const file = databaseFile(folder)
  const store = await openStore(file)
  const nobody = { empty: async () => () => {}, whenIdle: async () => {}, whenTidied: async () => {} }
  const add = async (createdAt: number, writtenAt: number | null) => {
    const draftId = newDraftId()
    const session = { id: draftId, createdAt, seenAt: createdAt, expiresAt: createdAt + 500 * dayMs }
    await store.access.writeSession(session)
    const owner = { ...amina, id: `owner of ${draftId}`, role: 'owner' as const, joinedAt: createdAt }
    await store.access.addDraft({ id: draftId, callId: 'some-call', createdAt }, owner, draftId)
    const author = { memberId: owner.id, sessionId: draftId, claims: [] }
    const update = { documentId: draftId, seq: 1, bytes: Uint8Array.of(0, 0), ...author, at: writtenAt ?? 0 }
    if (writtenAt !== null) await store.drafts.append([update])
    return { draftId, owner }
  }
  const tidyAt = (now: number, draftLifeDays: number | null) =>
    tidy(store, createErasure(store, nobody), draftLifeDays, pino({ level: 'silent' }), now)
  return { store, add, tidyAt, file }
}

describe('what has had its time', () => {
  it('is never a draft, unless the operator says so', async () => {
    const { store, add, tidyAt } = await openDrafts()
    const { draftId } = await add(0, 0)
    await tidyAt(10_000 * dayMs, null)
    expect(await store.maintenance.listDrafts()).toEqual([draftId])
    await store.close()
  })

  it('is a draft in which nothing was written for the set time, and no other', async () => {
    const { store, add, tidyAt } = await openDrafts()
    await add(0, null)
    await add(0, 10 * dayMs)
    const written = await add(0, 350 * dayMs)
    const young = await add(360 * dayMs, null)
    const left = () => store.maintenance.listDrafts()
    await tidyAt(380 * dayMs, 365)
    // The period is new, and nobody has been told: that comes first.
    expect(await left()).toHaveLength(4)
    await tidyAt(386 * dayMs, 365)
    expect(await left()).toHaveLength(4)
    await tidyAt(387 * dayMs, 365)
    expect(await left()).toEqual([written.draftId, young.draftId].sort())
    await store.close()
  })

  it('is a session and an unused invitation after their days', async () => {
    const { store, add, tidyAt } = await openDrafts()
    const { draftId, owner } = await add(0, null)
    const invite = (id: string, expiresAt: number) =>
      store.access.addInvitation(draftId, owner.id, { ...bruno, role: 'editor', id, createdAt: 0, expiresAt }, id)
    await invite('over', 14 * dayMs)
    await invite('open', 16 * dayMs)
    await store.access.writeSession({ id: 'over', createdAt: 0, seenAt: 0, expiresAt: 15 * dayMs })
    await tidyAt(15 * dayMs, null)
    expect((await store.access.listInvitations(draftId, 0)).map(({ id }) => id)).toEqual(['open'])
    expect(await store.access.findSession('over')).toBeNull()
    expect(await store.access.findSession(draftId)).not.toBeNull()
    await store.close()
  })

  it('is what came within thirty days of a role that ended, and no owner looked at for thirty more', async () => {
    const { store, add, tidyAt, file } = await openDrafts()
    const { draftId, owner } = await add(0, null)
    const invitation = { ...bruno, role: 'editor' as const, id: 'guest', createdAt: 0, expiresAt: dayMs }
    await store.access.addInvitation(draftId, owner.id, invitation, hashToken('guest'))
    await store.access.writeSession({ id: 'guest', createdAt: 0, seenAt: 0, expiresAt: 500 * dayMs })
    const joined = await redeemInvitation(store.access, 'guest', { draftId, secret: 'guest', name: bruno.name }, 0)
    if (!joined.ok) throw new Error(joined.refusal)
    await store.team.changeRole(draftId, joined.value.member.id, 'viewer', owner.id, 0)
    const [me, from] = await Promise.all(
      [draftId, 'guest'].map(async (session) => (await store.access.findMembership(session, draftId)) ?? unknown()),
    )
    let day = 31
    const nobodyWrites = () => Promise.reject(new Error('nobody accepts it'))
    const anything: LateChanges = {
      judge: () => Promise.resolve('news'),
      inWords: () => Promise.resolve({ sections: [], facts: [] }),
    }
    const changes = createHeldBackChanges(store, anything, nobodyWrites, () => day * dayMs)
    const handOver = () =>
      changes.handOver('guest', from ?? unknown(), Uint8Array.of(1, 1, 7, 0, 4, 1, 1, 116, 1, 97, 0))
    expect(await handOver()).toEqual(refused('not-allowed'))
    day = 30
    expect(await handOver()).toEqual(accepted(null))
    const listed = async (on: number) => {
      day = on
      await tidyAt(day * dayMs, null)
      const list = await changes.list(me ?? unknown())
      const database = new DatabaseSync(file)
      const { rows } = database.prepare('select count(*) as rows from held_back').get() as { rows: number }
      database.close()
      return [list.ok && list.value.length, rows]
    }
    expect(await listed(59)).toEqual([1, 1])
    expect(await listed(60)).toEqual([0, 0])
    await store.close()
  })

  it('is a line of the audit trail after a year, and what is left still builds on it', async () => {
    const { store, add, tidyAt, file } = await openDrafts()
    const { draftId, owner } = await add(0, null)
    for (const day of [1, 100, 330, 390]) {
      await store.record.note(draftId, { event: 'session-ended', actorId: owner.id, at: day * dayMs })
    }
    const days = async () => (await store.record.readTrail(draftId)).entries.map(({ at }) => at / dayMs)
    await tidyAt(365 * dayMs, null)
    expect(await days()).toEqual([0, 1, 100, 330, 390])
    await tidyAt(400 * dayMs, null)
    expect(await days()).toEqual([100, 330, 390, 400])
    await tidyAt(470 * dayMs, null)
    expect(await store.record.readTrail(draftId)).toMatchObject({
      brokenAt: null,
      entries: [{ at: 330 * dayMs }, { at: 390 * dayMs }, { at: 400 * dayMs }, { event: 'trail-shortened', seq: 7 }],
    })

    // Nobody else can shorten it unseen.
    const database = new DatabaseSync(file)
    database.prepare('delete from audit where draft_id = ? and seq = 4').run(draftId)
    database.close()
    expect((await store.record.readTrail(draftId)).brokenAt).toBe(5)
    await store.close()
  })

  it('is a database kept from before a restore, after 35 days', () => {
    const folder = createTestFolder()
    const [old, young] = [replacedFile(folder, new Date(0)), replacedFile(folder, new Date(20 * dayMs))]
    for (const file of [old, `${old}-wal`, young, databaseFile(folder)]) writeFileSync(file, '')
    expect(removeReplacedBefore(folder, 36 * dayMs)).toBe(1)
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([databaseFile(folder), young])
  })
})

describe('a draft in which nobody writes any more', () => {
  it('is announced a month and a week before its end, in its trail and to whoever opens it', async () => {
    const { store, add, tidyAt } = await openDrafts()
    const { draftId } = await add(0, 10 * dayMs)
    const findEnd = createDraftEnd(store, 365)
    const notices = async () =>
      (await store.record.readTrail(draftId)).entries.flatMap(({ event, detail }) =>
        event === 'erasure-announced' ? [detail] : [],
      )
    await tidyAt(344 * dayMs, 365)
    expect([await notices(), await findEnd(draftId, 344 * dayMs)]).toEqual([[], null])
    for (const day of [345, 346, 360]) await tidyAt(day * dayMs, 365)
    expect([await notices(), await findEnd(draftId, 360 * dayMs)]).toEqual([['30'], 375 * dayMs])
    for (const day of [368, 369]) await tidyAt(day * dayMs, 365)
    expect(await notices()).toEqual(['30', '7'])
    expect(await createDraftEnd(store, null)(draftId, 369 * dayMs)).toBeNull()
    // Where a month is all there is, a week must do.
    const ofMonth = createDraftEnd(store, 30)
    const { draftId: brief } = await add(400 * dayMs, null)
    expect([await ofMonth(brief, 422 * dayMs), await ofMonth(brief, 423 * dayMs)]).toEqual([null, 430 * dayMs])

    // A word about it keeps it, and the next silence is announced anew.
    const update = {
      documentId: discussionOf(draftId),
      seq: 2,
      bytes: Uint8Array.of(0, 0),
      memberId: '',
      sessionId: '',
      claims: [],
    }
    await store.drafts.append([{ ...update, at: 370 * dayMs }])
    await tidyAt(376 * dayMs, 365)
    expect([await notices(), await findEnd(draftId, 376 * dayMs)]).toEqual([['30', '7'], null])
    await tidyAt(705 * dayMs, 365)
    expect(await notices()).toEqual(['30', '7', '30'])
    await store.close()
  })
})
