import { expect, it } from 'vitest'
import { playKillRounds } from './kill-rounds.ts'

const rounds = 50

it(`a server killed in mid-write has everything it acknowledged or relayed, ${rounds} times`, async () => {
  const { lost, backMs } = await playKillRounds(rounds)
  expect(lost).toEqual([])
  expect(backMs).toHaveLength(rounds)
})
