import type { IdRange } from '../update-content.ts'

/** Which ids of a draft are deleted. */
export interface Deletions {
  /** Adds ranges of any client ids, in any order. Costs time in proportion to what is there, however hostile the order. */
  add(ranges: readonly IdRange[]): void
  contains(range: IdRange): boolean
  /** How many ids of these ranges are not deleted yet. */
  countMissing(ranges: readonly IdRange[]): number
}

/** `starts[i]`–`ends[i]`, ascending, neither overlapping nor touching. */
interface Ranges {
  starts: number[]
  ends: number[]
}

/** Up to so many ranges of one client id are put in one by one: a key press has one. */
const fewRanges = 8

export const createDeletions = (): Deletions => {
  const clients = new Map<number, Ranges>()

  const addOne = (into: Ranges, from: number, to: number): void => {
    const { starts, ends } = into
    // The ranges that the new one touches, [first, last), melt into it.
    const first = indexOfEndAtLeast(ends, from)
    let last = first
    while (last < starts.length && (starts[last] ?? 0) <= to) last += 1
    const start = last > first ? Math.min(from, starts[first] ?? from) : from
    const end = last > first ? Math.max(to, ends[last - 1] ?? to) : to
    if (first === starts.length) {
      starts.push(start)
      ends.push(end)
    } else {
      starts.splice(first, last - first, start)
      ends.splice(first, last - first, end)
    }
  }

  const addMany = (client: number, into: Ranges, ranges: readonly IdRange[]): void => {
    const sorted = [...ranges].sort((a, b) => a.from - b.from)
    const merged: Ranges = { starts: [], ends: [] }
    const push = (from: number, to: number): void => {
      const last = merged.ends.length - 1
      if (last >= 0 && from <= (merged.ends[last] ?? 0)) merged.ends[last] = Math.max(merged.ends[last] ?? 0, to)
      else {
        merged.starts.push(from)
        merged.ends.push(to)
      }
    }
    let at = 0
    for (const { from, to } of sorted) {
      for (; at < into.starts.length && (into.starts[at] ?? 0) <= from; at++)
        push(into.starts[at] ?? 0, into.ends[at] ?? 0)
      push(from, to)
    }
    for (; at < into.starts.length; at++) push(into.starts[at] ?? 0, into.ends[at] ?? 0)
    clients.set(client, merged)
  }

  return {
    add: (ranges) => {
      for (let at = 0; at < ranges.length;) {
        const client = ranges[at]?.client ?? 0
        let end = at + 1
        while (end < ranges.length && ranges[end]?.client === client) end += 1
        const into = clients.get(client) ?? { starts: [], ends: [] }
        clients.set(client, into)
        if (end - at > fewRanges) addMany(client, into, ranges.slice(at, end))
        else for (let each = at; each < end; each++) addOne(into, ranges[each]?.from ?? 0, ranges[each]?.to ?? 0)
        at = end
      }
    },

    contains: ({ client, from, to }) => {
      const ranges = clients.get(client)
      if (!ranges) return false
      const index = indexOfEndAtLeast(ranges.ends, to)
      return index < ranges.starts.length && (ranges.starts[index] ?? 0) <= from
    },

    countMissing: (asked) => {
      let missing = 0
      let counted: IdRange | null = null
      for (const range of [...asked].sort((a, b) => a.client - b.client || a.from - b.from)) {
        const from: number = counted?.client === range.client ? Math.max(range.from, counted.to) : range.from
        if (from >= range.to) continue
        counted = range
        missing += range.to - from
        const { starts, ends } = clients.get(range.client) ?? { starts: [], ends: [] }
        for (let at = indexOfEndAtLeast(ends, from); at < starts.length && (starts[at] ?? 0) < range.to; at++) {
          missing -= Math.max(0, Math.min(range.to, ends[at] ?? 0) - Math.max(from, starts[at] ?? 0))
        }
      }
      return missing
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
