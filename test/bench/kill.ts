import { playKillRounds } from '../server/kill-rounds.ts'
import { median, type Figure } from './figure.ts'

const rounds = 50

/** How soon a server that was killed in mid-write answers again, from the start of its process; nothing may be lost. */
export const measureKill = async (): Promise<Figure[]> => {
  const { lost, backMs } = await playKillRounds(rounds)
  const figure = (name: string, ms: number): Figure => ({ name, value: Math.round(ms), unit: 'ms', target: 2000 })
  return [
    figure(`Back after kill -9, median of ${rounds}`, median(backMs)),
    figure(`Back after kill -9, longest of ${rounds}`, Math.max(...backMs)),
    { name: `Acknowledged or seen, and lost by ${rounds} kills`, value: lost.length, unit: 'updates', target: 0 },
  ]
}
