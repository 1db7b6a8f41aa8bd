import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { discussionOf, type DocumentId } from '../../src/domain/document-id.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { NewUpdate } from '../../server/store/draft-store.ts'
import type { Store } from '../../server/store/open-store.ts'
import { amina, newDraftId } from '../server/person.ts'

/** What every form of the draft store keeps to. `open` gives an empty store. */
export const describeDraftStore = (name: string, open: () => Promise<Store>): void => {
  describe(`the draft store ${name}`, () => {
    let store: Store
    let schwerte: DraftId
    let unna: DraftId

    beforeEach(async () => {
      store = await open()
      schwerte = await addDraft(store)
      unna = await addDraft(store)
    })
    afterEach(() => store.close())

    it('has empty content for a draft nobody wrote in', async () => {
      expect(await store.drafts.read(schwerte)).toEqual(empty)
      expect(await store.drafts.lastSeq(schwerte)).toBe(0)
    })

    it('gives back the same bytes in order, each draft its own', async () => {
      await store.drafts.append([update(schwerte, 1, [0, 255, 7]), update(unna, 1, [9])])
      await store.drafts.append([update(schwerte, 2, [])])
      const { updates } = await store.drafts.read(schwerte)
      expect(updates.map(({ seq, bytes }) => [seq, ...bytes])).toEqual([[1, 0, 255, 7], [2]])
      expect(await store.drafts.lastSeq(schwerte)).toBe(2)
      expect((await store.drafts.read(unna)).updates).toHaveLength(1)
    })

    it('keeps all of a group or none of it', async () => {
      await store.drafts.append([update(schwerte, 1, [1])])
      await expect(store.drafts.append([update(unna, 1, [1]), update(schwerte, 1, [2])])).rejects.toThrow(/unique/i)
      expect((await store.drafts.read(unna)).updates).toEqual([])
      expect(await store.drafts.lastSeq(schwerte)).toBe(1)
    })

    it('takes many updates at once', async () => {
      const many = Array.from({ length: 2500 }, (_, index) => update(schwerte, index + 1, [index % 256]))
      await store.drafts.append(many)
      expect((await store.drafts.read(schwerte)).updates).toHaveLength(2500)
    })

    it('refuses updates of a draft that does not exist', async () => {
      await expect(store.drafts.append([update(newDraftId(), 1, [1])])).rejects.toThrow(/foreign key/i)
    })

    it('puts a snapshot in the place of what it covers, and counts on', async () => {
      await store.drafts.append([1, 2, 3].map((seq) => update(schwerte, seq, [seq])))
      await store.drafts.replace(schwerte, 2, Uint8Array.of(12))
      const content = await store.drafts.read(schwerte)
      expect([...(content.snapshot ?? [])]).toEqual([12])
      expect(content.uptoSeq).toBe(2)
      expect(content.updates.map(({ seq }) => seq)).toEqual([3])

      await store.drafts.replace(schwerte, 3, Uint8Array.of(123))
      expect(await store.drafts.lastSeq(schwerte)).toBe(3)
      expect((await store.drafts.read(schwerte)).updates).toEqual([])
    })

    it('knows who wrote under which client id, each draft its own', async () => {
      await store.drafts.append([
        { ...update(schwerte, 1, [1]), claims: [7, 4_294_967_295] },
        { ...update(schwerte, 2, [2]), claims: [8], memberId: 'bruno' },
        { ...update(unna, 1, [1]), claims: [7], memberId: 'bruno' },
      ])
      const authors = new Map([
        [7, 'amina'],
        [8, 'bruno'],
        [4_294_967_295, 'amina'],
      ])
      expect(await store.drafts.authors(schwerte)).toEqual(authors)
      expect(await store.drafts.authors(unna)).toEqual(new Map([[7, 'bruno']]))
      await store.drafts.replace(schwerte, 2, Uint8Array.of(12))
      const { claims } = await store.drafts.read(schwerte)
      expect(claims.get(8)).toEqual({ memberId: 'bruno', sessionId: 'session' })
      expect(new Map([...claims].map(([id, { memberId }]) => [id, memberId]))).toEqual(authors)
    })

    it('keeps nothing of an update that claims the id of somebody else', async () => {
      await store.drafts.append([{ ...update(schwerte, 1, [1]), claims: [7] }])
      const second = { ...update(schwerte, 2, [2]), claims: [8, 7], memberId: 'bruno' }
      await expect(store.drafts.append([second])).rejects.toThrow(/unique/i)
      expect(await store.drafts.lastSeq(schwerte)).toBe(1)
      expect(await store.drafts.authors(schwerte)).toEqual(new Map([[7, 'amina']]))
    })

    it('keeps the discussion of a draft apart from its content', async () => {
      const talk = discussionOf(schwerte)
      await store.drafts.append([
        { ...update(schwerte, 1, [1]), claims: [7] },
        { ...update(talk, 1, [2]), claims: [7], memberId: 'bruno' },
        update(talk, 2, [3]),
      ])
      const content = await store.drafts.read(schwerte)
      expect((await store.drafts.read(talk)).updates.map(({ seq, bytes }) => [seq, ...bytes])).toEqual([
        [1, 2],
        [2, 3],
      ])
      expect(await store.drafts.authors(talk)).toEqual(new Map([[7, 'bruno']]))
      await store.drafts.replace(talk, 2, Uint8Array.of(12))
      expect(await store.drafts.lastSeq(talk)).toBe(2)
      expect(await store.drafts.read(schwerte)).toEqual(content)
      expect(await store.drafts.read(discussionOf(unna))).toEqual(empty)
      await expect(store.drafts.append([update(discussionOf(newDraftId()), 1, [1])])).rejects.toThrow(/foreign key/i)
      await store.maintenance.eraseDraft(schwerte, 1)
      await expect(store.drafts.read(talk)).rejects.toThrow(/no result/i)
    })

    it('never puts an older snapshot in the place of a newer one', async () => {
      await store.drafts.append([1, 2, 3].map((seq) => update(schwerte, seq, [seq])))
      await store.drafts.replace(schwerte, 3, Uint8Array.of(123))
      await store.drafts.replace(schwerte, 1, Uint8Array.of(1))
      expect(await store.drafts.read(schwerte)).toEqual({ ...empty, snapshot: Uint8Array.of(123), uptoSeq: 3 })
    })
  })
}

const empty = { callId: 'some-call', snapshot: null, uptoSeq: 0, updates: [], claims: new Map(), restoredAt: null }

const update = (documentId: DocumentId, seq: number, bytes: number[]): NewUpdate => ({
  documentId,
  seq,
  bytes: Uint8Array.from(bytes),
  memberId: 'amina',
  sessionId: 'session',
  claims: [],
  at: 1_700_000_000_000,
})

/** A draft without content, and its owner. */
export const addDraft = async (store: Store): Promise<DraftId> => {
  const id = newDraftId()
  const session = { id: `session of ${id}`, createdAt: 1, seenAt: 1, expiresAt: 2 }
  await store.access.writeSession(session)
  const owner = { ...amina, id: `owner of ${id}`, role: 'owner' as const, joinedAt: 1 }
  await store.access.addDraft({ id, callId: 'some-call', createdAt: 1 }, owner, session.id)
  return id
}
