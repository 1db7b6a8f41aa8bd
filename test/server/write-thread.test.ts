import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packUpdates, unpackUpdates } from '../../server/store/write-message.ts'
import { openWriteThread } from '../../server/store/write-thread.ts'
import type { NewUpdate } from '../../server/store/draft-store.ts'
import { openStore } from '../../server/store/open-store.ts'
import { discussionOf } from '../../src/domain/document-id.ts'
import { createTestFolder } from '../world/server.ts'
import { addDraft } from '../contract/draft-store.ts'
import { newDraftId } from './person.ts'

const update = (change: Partial<NewUpdate> = {}): NewUpdate => ({
  documentId: newDraftId(),
  seq: 1,
  bytes: Uint8Array.of(1, 2, 3),
  memberId: 'amina',
  sessionId: 'laptop',
  claims: [],
  at: 1_700_000_000_000,
  ...change,
})

it('brings updates to the thread as they were', () => {
  const documentId = newDraftId()
  const updates = [
    update({ documentId, claims: [4_294_967_295, 0] }),
    update({
      documentId: discussionOf(documentId),
      seq: 2,
      bytes: new Uint8Array(),
      memberId: 'bruno',
      sessionId: 'phone',
    }),
    update({ seq: 9_000_000_000, bytes: Buffer.from('in a larger read').subarray(3, 9), claims: [7] }),
  ]
  const unpacked = unpackUpdates(packUpdates(updates))
  const plain = (each: NewUpdate) => ({ ...each, bytes: [...each.bytes] })
  expect(unpacked.map(plain)).toEqual(updates.map(plain))
  expect(unpackUpdates(packUpdates([]))).toEqual([])
})

it('rejects what a thread that ends had to write, and begins another', async () => {
  const folder = join(createTestFolder(), 'mounted-late')
  const file = join(folder, 'store.sqlite')
  const thread = openWriteThread(file)
  const lost = await Promise.allSettled([thread.append([update()]), thread.append([update()])])
  expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected'])

  mkdirSync(folder)
  const store = await openStore(file)
  const draftId = await addDraft(store)
  await thread.append([update({ documentId: draftId })])
  expect((await store.drafts.read(draftId)).updates.map(({ bytes }) => [...bytes])).toEqual([[1, 2, 3]])
  await thread.close()
  await store.close()
})
