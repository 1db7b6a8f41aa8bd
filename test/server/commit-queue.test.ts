import { describe, expect, it } from 'vitest'
import { createCommitQueue } from '../../server/sync/commit-queue.ts'
import type { NewUpdate } from '../../server/store/draft-store.ts'
import { newDraftId } from './person.ts'

const update = (seq: number): NewUpdate => ({
  documentId: newDraftId(),
  seq,
  bytes: new Uint8Array(),
  memberId: '',
  sessionId: '',
  claims: [],
  at: 0,
})

/** A store whose commits end when the test says so. */
const slowStore = () => {
  const commits: { seqs: number[]; end: () => void; fail: () => void }[] = []
  return {
    commits,
    append: (updates: readonly NewUpdate[]) =>
      new Promise<void>((resolve, reject) => {
        commits.push({ seqs: updates.map(({ seq }) => seq), end: resolve, fail: () => reject(new Error('no space')) })
      }),
  }
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Someone who notes what became of the updates they queued. */
const keeper = () => {
  const heard: (number | string)[] = []
  return {
    heard,
    stored: (count: number) => void heard.push(count),
    lost: (error: unknown) => void heard.push(String(error)),
  }
}

describe('the commit queue', () => {
  it('puts what comes in one turn into one commit, the rest into the next, and tells each keeper once', async () => {
    const store = slowStore()
    const queue = createCommitQueue(store, 0)
    const [one, other] = [keeper(), keeper()]
    queue.append(update(1), one)
    queue.append(update(2), other)
    queue.append(update(3), one)
    await turns(3)
    queue.append(update(4), one)
    queue.append(update(5), one)
    await turns(3)
    expect(store.commits.map(({ seqs }) => seqs)).toEqual([[1, 2, 3]])
    expect([one.heard, other.heard]).toEqual([[], []])
    store.commits[0]?.end()
    await turns(3)
    expect([one.heard, other.heard]).toEqual([[2], [1]])
    store.commits[1]?.end()
    await queue.whenIdle()
    expect([one.heard, other.heard]).toEqual([[2, 2], [1]])
  })

  it('tells everyone who waits when a commit fails, and works on afterwards', async () => {
    const store = slowStore()
    const queue = createCommitQueue(store, 0)
    const [one, other] = [keeper(), keeper()]
    queue.append(update(1), one)
    await turns(3)
    queue.append(update(2), other)
    store.commits[0]?.fail()
    await queue.whenIdle()
    expect([one.heard, other.heard]).toEqual([['Error: no space'], ['Error: no space']])
    queue.append(update(3), one)
    await turns(3)
    store.commits[1]?.end()
    await queue.whenIdle()
    expect(one.heard).toEqual(['Error: no space', 1])
    expect(store.commits.map(({ seqs }) => seqs)).toEqual([[1], [3]])
  })

  it('puts a flood into several commits, in order', async () => {
    const seqs: number[] = []
    const lengths: number[] = []
    const queue = createCommitQueue({
      append: async (updates) => {
        lengths.push(updates.length)
        seqs.push(...updates.map(({ seq }) => seq))
      },
    })
    const one = keeper()
    for (let seq = 1; seq <= 5000; seq++) queue.append(update(seq), one)
    await queue.whenIdle()
    expect(lengths).toEqual(Array.from({ length: 20 }, () => 250))
    expect(one.heard).toEqual(lengths)
    expect(seqs).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1))
  })
})
