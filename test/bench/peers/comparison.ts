import { median, type Figure } from '../figure.ts'
import { burst } from './burst.ts'
import { fanOut, highestRate } from './fan-out.ts'
import { idle } from './idle.ts'
import { kill } from './kill.ts'
import type { Claim, Measure, Values } from './measure.ts'
import { opening } from './opening.ts'
import { peerNames, type PeerName } from './peer-servers.ts'
import { returning } from './returning.ts'

/** Words that select them, and how often each is measured: each takes four minutes at most. */
export const comparisons: Record<string, { measure: Measure; rounds: number }> = {
  'fan-out': { measure: fanOut, rounds: 3 },
  highest: { measure: highestRate, rounds: 1 },
  burst: { measure: burst, rounds: 1 },
  opening: { measure: opening, rounds: 1 },
  idle: { measure: idle, rounds: 1 },
  returning: { measure: returning, rounds: 3 },
  kill: { measure: kill, rounds: 2 },
}

export interface Compared {
  figures: Figure[]
  /** Every value of every server, one for each round. */
  values: Record<PeerName, Values[]>
}

/** This server and its peers under the same load, by turns. */
export const compare = async (measure: Measure, rounds: number, isQuick: boolean): Promise<Compared> => {
  const values: Compared['values'] = { einvernehmen: [], hocuspocus: [], 'y-websocket-server': [] }
  for (let round = 0; round < rounds; round++) {
    for (const [turn] of peerNames.entries()) {
      const name = peerNames[(turn + round) % peerNames.length] ?? 'einvernehmen'
      values[name].push(await measure.measure(name, { isQuick }))
    }
  }
  return { figures: measure.claims.map((claim) => toFigure(claim, values)), values }
}

const toFigure = ({ name, of, target, unit, isLeast }: Claim, values: Compared['values']): Figure => {
  const all = (peer: PeerName): number[] => values[peer].map((each) => each[of] ?? Number.NaN)
  const limit = { target, ...(isLeast && { isLeast }) }
  if (unit) return { name, value: round(Math.max(...all('einvernehmen'))), unit, ...limit }
  const peers = peerNames.slice(1).map((peer) => median(all(peer)))
  const better = isLeast ? Math.max(...peers) : Math.min(...peers)
  return { name, value: round(median(all('einvernehmen')) / better), unit: '×', ...limit }
}

const round = (value: number): number => Math.round(value * 100) / 100

/** What was measured behind the ratios: median, least and most of each server. */
export const asValueTable = (values: Compared['values']): string => {
  const shown = (value: number): string => (value >= 100 ? Math.round(value).toString() : value.toPrecision(3))
  const cell = (all: readonly (number | undefined)[]): string => {
    const there = all.filter((value) => value !== undefined)
    if (there.length === 0) return '–'
    const ends = there.length > 1 ? ` (${shown(Math.min(...there))}–${shown(Math.max(...there))})` : ''
    return shown(median(there)) + ends
  }
  const rows = Object.keys(values.einvernehmen[0] ?? {}).map(
    (of) => `| ${of} | ${peerNames.map((name) => cell(values[name].map((each) => each[of]))).join(' | ')} |`,
  )
  return [`| median (least–most) | ${peerNames.join(' | ')} |`, '| --- | ---: | ---: | ---: |', ...rows].join('\n')
}
