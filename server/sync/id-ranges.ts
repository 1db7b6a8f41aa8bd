import * as encoding from 'lib0/encoding'
import type { IdRange } from './update-check.ts'

/** A set of ids, held as ranges: what a draft contains, or what is deleted in it. */
export interface IdRanges {
  add(range: IdRange): void
  contains(range: IdRange): boolean
  /** Counts each client's ids from 0 to the first gap, as Yjs does. */
  stateVector(): Uint8Array
}

/** `starts[i]`–`ends[i]`, ascending, neither overlapping nor touching. */
interface Clocks {
  starts: number[]
  ends: number[]
}

export const createIdRanges = (): IdRanges => {
  const clients = new Map<number, Clocks>()
  return {
    add: ({ client, from, to }) => {
      const clocks = clients.get(client) ?? { starts: [], ends: [] }
      clients.set(client, clocks)
      const { starts, ends } = clocks
      // The ranges that the new one touches, [first, last), melt into it.
      const first = indexOfEndAtLeast(ends, from)
      let last = first
      while (last < starts.length && (starts[last] ?? 0) <= to) last += 1
      const start = last > first ? Math.min(from, starts[first] ?? from) : from
      const end = last > first ? Math.max(to, ends[last - 1] ?? to) : to
      starts.splice(first, last - first, start)
      ends.splice(first, last - first, end)
    },

    contains: ({ client, from, to }) => {
      const clocks = clients.get(client)
      if (!clocks) return false
      const index = indexOfEndAtLeast(clocks.ends, to)
      return index < clocks.starts.length && (clocks.starts[index] ?? 0) <= from
    },

    stateVector: () => {
      const counted = [...clients].filter(([, { starts }]) => starts[0] === 0)
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, counted.length)
      for (const [client, { ends }] of counted) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, ends[0] ?? 0)
      }
      return encoding.toUint8Array(encoder)
    },
  }
}

/** Binary search: the first range that ends at `clock` or later. */
const indexOfEndAtLeast = (ends: readonly number[], clock: number): number => {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) < clock) low = middle + 1
    else high = middle
  }
  return low
}
