import { pino } from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { maxDraftBytes } from '../../src/domain/draft-size.ts'
import * as Y from 'yjs'
import { openStore, type Store } from '../../server/store/open-store.ts'
import { createRoomContent } from '../../server/sync/room-content.ts'
import { createTidying, tidyAfterUpdates } from '../../server/sync/tidying.ts'
import { openWorkshop, type Workshop } from '../../server/sync/workshop.ts'
import { amina, newDraftId } from './person.ts'

let store: Store
let workshop: Workshop
beforeEach(async () => {
  store = await openStore(':memory:')
  workshop = openWorkshop()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await workshop.close()
  await store.close()
})

const nothing = { inserted: [], deleted: [] }

/** A room in which somebody has typed as many keys as make it due, or fewer, just after it was opened. */
const typedIn = async (keys = tidyAfterUpdates, onDisk = (bytes: Uint8Array): Uint8Array => bytes) => {
  const draftId = newDraftId()
  await store.access.writeSession({ id: 'session', createdAt: 0, seenAt: 0, expiresAt: Date.now() })
  const owner = { ...amina, id: `owner of ${draftId}`, role: 'owner' as const, joinedAt: 0 }
  await store.access.addDraft({ id: draftId, callId: 'some-call', createdAt: 0 }, owner, 'session')
  const content = createRoomContent(
    { snapshot: null, uptoSeq: 0, updates: [] },
    { learn: () => nothing },
    workshop,
    maxDraftBytes,
  )
  const onMismatch = vi.fn<(error: Error) => void>()
  const tidying = createTidying(draftId, content, store.drafts, workshop, pino({ level: 'silent' }), onMismatch)
  const doc = new Y.Doc()
  const typed: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => typed.push(update))
  for (let key = 0; key < keys; key++) doc.getText('text/ziele').insert(key, 'x')
  const author = { memberId: owner.id, sessionId: 'session', claims: [] }
  await store.drafts.append(
    typed.map((bytes, index) => ({ documentId: draftId, seq: index + 1, bytes: onDisk(bytes), ...author, at: 0 })),
  )
  const commit = (seq: number) => {
    content.add({ seq, bytes: typed[seq - 1] ?? new Uint8Array(0), content: nothing })
    tidying.look()
  }
  for (let seq = 1; seq <= keys; seq++) commit(seq)
  const type = async (key: string) => {
    doc.getText('text/ziele').insert(0, key)
    const seq = typed.length
    await store.drafts.append([
      { documentId: draftId, seq, bytes: typed[seq - 1] ?? new Uint8Array(0), ...author, at: 0 },
    ])
    commit(seq)
  }
  return { draftId, content, tidying, onMismatch, type }
}

it('a draft that everyone stops writing in is tidied once it has rested, and nobody has to write for it', async () => {
  const { draftId, content, onMismatch } = await typedIn()
  expect(content.tailLength()).toBe(tidyAfterUpdates)
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersToNextTimer()
  const giveUpAt = Date.now() + 60_000
  // Store and workshop are real, so this waits for them and not for the clock, which stands still.
  while (content.tailLength() > 0 && Date.now() < giveUpAt) await new Promise((resolve) => setImmediate(resolve))
  expect(content.tailLength()).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
  expect(onMismatch).not.toHaveBeenCalled()
  expect(await store.drafts.read(draftId)).toMatchObject({ uptoSeq: tidyAfterUpdates, updates: [] })
})

it('a draft in which little is written is compared with the disk every five minutes', async () => {
  const nothingOfIt = Uint8Array.of(0, 0)
  const { type, onMismatch } = await typedIn(3, () => nothingOfIt)
  const compared = vi.spyOn(workshop, 'compact')
  vi.advanceTimersByTime(299_000)
  await type('y')
  expect(compared).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1000)
  await type('z')
  const giveUpAt = Date.now() + 60_000
  while (onMismatch.mock.calls.length === 0 && Date.now() < giveUpAt)
    await new Promise((resolve) => setImmediate(resolve))
  expect(onMismatch).toHaveBeenCalledOnce()
})

it('a room that is given up, or that everyone leaves, waits for no timer', async () => {
  const given = await typedIn()
  given.tidying.stop()
  given.tidying.look()
  expect(vi.getTimerCount()).toBe(0)
  const left = await typedIn()
  expect(vi.getTimerCount()).toBe(1)
  await left.tidying.finish()
  expect(vi.getTimerCount()).toBe(0)
  expect(left.content.tailLength()).toBe(0)
})
