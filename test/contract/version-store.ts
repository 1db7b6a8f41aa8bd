import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { discussionOf, type DocumentId } from '../../src/domain/document-id.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Store } from '../../server/store/open-store.ts'
import type { NewVersion } from '../../server/store/version-store.ts'
import { amina, newDraftId } from '../server/person.ts'

const version = (id: string, at: number, more: Partial<NewVersion> = {}): NewVersion => ({
  id,
  kind: 'named',
  name: `Fassung ${id}`,
  madeAt: at,
  at,
  memberId: 'amina',
  fingerprint: 'f'.repeat(64),
  content: `Inhalt von ${id}`,
  state: Uint8Array.of(0, 255, 7),
  ...more,
})

/** What every form of the version store keeps to. `open` gives an empty store. */
export const describeVersionStore = (name: string, open: () => Promise<Store>): void => {
  describe(`the version store ${name}`, () => {
    let store: Store
    let schwerte: DraftId
    let unna: DraftId

    const addDraft = async (): Promise<DraftId> => {
      const draftId = newDraftId()
      await store.access.writeSession({ id: draftId, createdAt: 0, expiresAt: 9, seenAt: 0 })
      const owner = { ...amina, id: `owner of ${draftId}`, role: 'owner' as const, joinedAt: 0 }
      await store.access.addDraft({ id: draftId, callId: 'some-call', createdAt: 0 }, owner, draftId)
      return draftId
    }
    const write = (documentId: DocumentId, seq: number, at: number) =>
      store.drafts.append([
        { documentId, seq, bytes: Uint8Array.of(0, 0), memberId: 'amina', sessionId: 's', claims: [], at },
      ])
    const due = async (quietSince: number, oldest: number) =>
      (await store.versions.listDue(quietSince, oldest)).map(({ draftId, seq }) => [draftId, seq])

    beforeEach(async () => {
      store = await open()
      schwerte = await addDraft()
      unna = await addDraft()
    })
    afterEach(() => store.close())

    it('gives them back newest first, each draft its own, and says a person made one in the audit trail', async () => {
      expect(await store.versions.add(schwerte, version('a', 5))).toBe(true)
      expect(await store.versions.add(schwerte, version('b', 9, { kind: 'automatic', memberId: null }))).toBe(true)
      expect(await store.versions.add(unna, version('a', 7))).toBe(true)
      expect([await store.versions.countMade(schwerte), await store.versions.countMade(unna)]).toEqual([1, 1])
      expect((await store.versions.list(schwerte)).map(({ id, isErased }) => [id, isErased])).toEqual([
        ['b', false],
        ['a', false],
      ])
      expect(await store.versions.find(schwerte, 'a')).toMatchObject({
        version: { name: 'Fassung a', kind: 'named', madeAt: 5, memberId: 'amina' },
        content: 'Inhalt von a',
        state: Uint8Array.of(0, 255, 7),
      })
      expect(await store.versions.find(unna, 'b')).toBeNull()
      const { entries, brokenAt } = await store.record.readTrail(schwerte)
      expect(entries.slice(1)).toMatchObject([{ event: 'version-made', actorId: 'amina', detail: 'f'.repeat(64) }])
      expect(brokenAt).toBeNull()
    })

    it('keeps the first of two with one id, and tells nobody of the second', async () => {
      await store.versions.add(schwerte, version('a', 5))
      expect(await store.versions.add(schwerte, version('a', 6, { name: 'Andere' }))).toBe(false)
      expect((await store.versions.find(schwerte, 'a'))?.version.name).toBe('Fassung a')
      expect((await store.record.readTrail(schwerte)).entries).toHaveLength(2)
    })

    it('removes those named, or automatic ones from before a time, and nothing else', async () => {
      await store.versions.add(schwerte, version('a', 5))
      await store.versions.add(schwerte, version('b', 6, { kind: 'automatic' }))
      await store.versions.add(unna, version('c', 7, { kind: 'automatic' }))
      await store.versions.remove(schwerte, [])
      await store.versions.removeAutomaticBefore(7)
      expect((await store.versions.list(schwerte)).map(({ id }) => id)).toEqual(['a'])
      await store.versions.remove(unna, ['a', 'c'])
      expect(await store.versions.list(unna)).toEqual([])
      expect(await store.versions.size(schwerte)).toBe(3)
    })

    it('forgets what they say, and neither that they were there nor their fingerprints', async () => {
      await store.versions.add(schwerte, version('a', 5))
      await store.versions.eraseContents(schwerte)
      expect(await store.versions.find(schwerte, 'a')).toMatchObject({
        version: { isErased: true, fingerprint: 'f'.repeat(64) },
        content: null,
        state: null,
      })
      expect(await store.versions.size(schwerte)).toBe(0)
    })

    it('goes with its draft, and a version that somebody made shows that a draft lives', async () => {
      await store.versions.add(unna, version('a', 40))
      expect(await store.maintenance.lastWrittenAt(unna)).toBe(40)
      expect(await store.maintenance.listDraftsIdleSince(30)).toEqual([schwerte])
      await store.maintenance.eraseDraft(unna, 50)
      expect(await store.versions.list(unna)).toEqual([])
    })

    it('knows where an automatic one is due: something new, and quiet since or none for long', async () => {
      expect(await due(100, 0)).toEqual([])
      await write(schwerte, 1, 50)
      expect(await due(49, 0)).toEqual([[schwerte, 1]])
      await store.versions.add(schwerte, version('a', 45))
      expect(await due(49, 40)).toEqual([])
      expect(await due(50, 40)).toEqual([[schwerte, 1]])
      await store.versions.noteLooked(schwerte, 1)
      expect(await due(50, 40)).toEqual([])
      // What was compacted since is nothing new; what was written before it is.
      await store.drafts.replace(schwerte, 1, Uint8Array.of(0, 0))
      expect(await due(Number.MAX_SAFE_INTEGER, 0)).toEqual([])
      await write(schwerte, 2, 60)
      await store.drafts.replace(schwerte, 2, Uint8Array.of(0, 0))
      expect(await due(Number.MAX_SAFE_INTEGER, 0)).toEqual([[schwerte, 2]])
      // Talk is no work on the text.
      await write(discussionOf(unna), 1, 50)
      expect(await due(Number.MAX_SAFE_INTEGER, 0)).toEqual([[schwerte, 2]])
    })
  })
}
