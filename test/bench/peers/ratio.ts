import { median, type Figure } from '../figure.ts'
import type { Taken } from './comparison.ts'
import type { Claim } from './measure.ts'
import { peerNames, type PeerName } from './peer-servers.ts'

type AllTaken = Record<PeerName, Taken>

const valuesOf = ({ values }: Taken, of: string): number[] => values.flatMap((each) => each[of] ?? [])

/** Ours beside the better peer's: the ratio of the medians, and the least and the most of the rounds by themselves. */
export const toFigure = ({ name, of, target, unit, isLeast }: Claim, taken: AllTaken): Figure => {
  const ours = valuesOf(taken.einvernehmen, of)
  const limit = { target, rounds: ours.length, ...(isLeast && { isLeast }) }
  if (unit) return { name, value: round(Math.max(...ours)), unit, ...limit, ...ends(ours) }
  const peers = peerNames.slice(1).flatMap((peer) => {
    const [values, { notEndedInS }] = [valuesOf(taken[peer], of), taken[peer]]
    return values.length > 0 ? [{ peer, values, middle: median(values), notEndedInS }] : []
  })
  const [better] = peers.sort((a, b) => (isLeast ? b.middle - a.middle : a.middle - b.middle))
  const note = notesOn(taken)
  if (!better) return { name, value: null, unit: '×', ...limit, ...note }
  const ratios = ours.map((value, index) => value / (better.values[index] ?? better.middle))
  const beside = { beside: better.notEndedInS === null ? better.peer : `${better.peer}, at most so much` }
  return { name, value: round(median(ours) / better.middle), unit: '×', ...limit, ...ends(ratios), ...beside, ...note }
}

const ends = (all: readonly number[]) =>
  all.length > 1 ? { least: round(Math.min(...all)), most: round(Math.max(...all)) } : {}

const notesOn = (taken: AllTaken): { note?: string } => {
  const notes = peerNames.flatMap((name) =>
    taken[name].notEndedInS === null ? [] : [`${name} not ended in ${taken[name].notEndedInS} s`],
  )
  return notes.length > 0 ? { note: notes.join(', ') } : {}
}

const round = (value: number): number => Math.round(value * 100) / 100

/** What was measured behind the ratios: median, least and most of each server. */
export const asValueTable = (taken: AllTaken): string => {
  const shown = (value: number): string => (value >= 100 ? Math.round(value).toString() : value.toPrecision(3))
  const cell = (name: PeerName, of: string): string => {
    const [there, { notEndedInS }] = [valuesOf(taken[name], of), taken[name]]
    if (notEndedInS !== null)
      return `${there.length > 0 ? `> ${shown(median(there))}, ` : ''}not ended in ${notEndedInS} s`
    if (there.length === 0) return '–'
    const span = there.length > 1 ? ` (${shown(Math.min(...there))}–${shown(Math.max(...there))})` : ''
    return shown(median(there)) + span
  }
  const rows = Object.keys(taken.einvernehmen.values[0] ?? {}).map(
    (of) => `| ${of} | ${peerNames.map((name) => cell(name, of)).join(' | ')} |`,
  )
  return [`| median (min–max) | ${peerNames.join(' | ')} |`, '| --- | ---: | ---: | ---: |', ...rows].join('\n')
}
