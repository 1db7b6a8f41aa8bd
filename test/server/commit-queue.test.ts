import { describe, expect, it } from 'vitest'
import { createCommitQueue } from '../../server/sync/commit-queue.ts'
import type { NewUpdate } from '../../server/store/draft-store.ts'
import { newDraftId } from './person.ts'

const update = (seq: number): NewUpdate => ({
  draftId: newDraftId(),
  seq,
  bytes: new Uint8Array(),
  memberId: '',
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

describe('the commit queue', () => {
  it('puts what comes in one turn into one commit, and the rest into the next', async () => {
    const store = slowStore()
    const queue = createCommitQueue(store)
    const done: number[] = []
    const append = (seq: number) => queue.append(update(seq)).then(() => done.push(seq))
    const first = [append(1), append(2)]
    await turns(3)
    const second = [append(3), append(4)]
    await turns(3)
    expect(store.commits.map(({ seqs }) => seqs)).toEqual([[1, 2]])
    expect(done).toEqual([])
    store.commits[0]?.end()
    await Promise.all(first)
    await turns(3)
    store.commits[1]?.end()
    await Promise.all(second)
    expect(store.commits.map(({ seqs }) => seqs)).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(done).toEqual([1, 2, 3, 4])
    await queue.whenIdle()
  })

  it('rejects everyone who waits when a commit fails, and works on afterwards', async () => {
    const store = slowStore()
    const queue = createCommitQueue(store)
    const first = queue.append(update(1))
    await turns(3)
    const second = queue.append(update(2))
    store.commits[0]?.fail()
    await expect(first).rejects.toThrow('no space')
    await expect(second).rejects.toThrow('no space')
    const third = queue.append(update(3))
    await turns(3)
    store.commits[1]?.end()
    await third
    expect(store.commits.map(({ seqs }) => seqs)).toEqual([[1], [3]])
  })
})
