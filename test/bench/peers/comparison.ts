import type { Figure } from '../figure.ts'
import { burst } from './burst.ts'
import { fanOut, highestRate } from './fan-out.ts'
import { idle } from './idle.ts'
import { kill } from './kill.ts'
import { NotEnded, type Measure, type Values } from './measure.ts'
import { opening } from './opening.ts'
import { everyoneLeaves } from './peer-client.ts'
import { peerNames, stopPeers, type PeerName } from './peer-servers.ts'
import { returning } from './returning.ts'
import { toFigure } from './ratio.ts'

/** Words that select them. */
export const comparisons: Record<string, Measure> = {
  'fan-out': fanOut,
  highest: highestRate,
  burst,
  opening,
  idle,
  returning,
  kill,
}

/** What one server came to: its values, one for each round. */
export interface Taken {
  values: Values[]
  /** It was not done after so many seconds, and not asked again: its values are the least it takes. */
  notEndedInS: number | null
}

export interface Compared {
  figures: Figure[]
  taken: Record<PeerName, Taken>
}

/** This server and its peers under the same load, by turns, each of them first in turn. */
export const compare = async (
  measured: Measure,
  rounds: number,
  isQuick: boolean,
  onTurn: (round: number, name: PeerName, what: string) => void,
): Promise<Compared> => {
  const nothing = (): Taken => ({ values: [], notEndedInS: null })
  const taken = { einvernehmen: nothing(), hocuspocus: nothing(), 'y-websocket-server': nothing() }

  const play = async (name: PeerName): Promise<string> => {
    const start = performance.now()
    try {
      taken[name].values.push(await measured.measure(name, { isQuick }))
      return `${Math.round((performance.now() - start) / 1000)} s`
    } catch (error) {
      // A peer that takes for ever is told of, and the others go on; of ours there is nothing to compare.
      if (!(error instanceof NotEnded) || name === 'einvernehmen') throw error
      taken[name] = { values: [error.atLeast], notEndedInS: error.seconds }
      return error.message
    } finally {
      everyoneLeaves()
      await stopPeers()
    }
  }

  for (let round = 0; round < rounds; round++) {
    for (const [turn] of peerNames.entries()) {
      const name = peerNames[(turn + round) % peerNames.length] ?? 'einvernehmen'
      if (taken[name].notEndedInS === null) onTurn(round, name, await play(name))
    }
  }
  return { figures: measured.claims.map((claim) => toFigure(claim, taken)), taken }
}
