import * as encoding from 'lib0/encoding'
import type { Place } from '../../../src/document/flat-shape.ts'

/** Which ids a draft has, and where each of them is. Every client id counts from 0 without a gap. */
export interface KnownIds {
  /** How far a client id has counted; 0 for one that never wrote. */
  count(client: number): number
  /** Null for an id that is nowhere (collected together with its parent) or not known. */
  placeOf(client: number, clock: number): Place | null
  /** The places in a range of known ids, in order. */
  placesOf(client: number, from: number, to: number): readonly (Place | null)[]
  /** Continues a client id from where it had counted. */
  add(client: number, to: number, place: Place | null): void
  hasPlace(place: Place): boolean
  placeCount(): number
  stateVector(): Uint8Array
}

/** `places[i]` is where the ids up to, not including, `ends[i]` are; neighbours differ. */
interface Clocks {
  ends: number[]
  places: (Place | null)[]
}

export const createKnownIds = (): KnownIds => {
  const clients = new Map<number, Clocks>()
  /** One object for a place, however many ids are there. */
  const places = new Map<string, Place>()

  const own = (place: Place): Place => {
    const name = nameOf(place)
    const there = places.get(name)
    if (!there) places.set(name, place)
    return there ?? place
  }

  return {
    count: (client) => clients.get(client)?.ends.at(-1) ?? 0,

    placeOf: (client, clock) => {
      const clocks = clients.get(client)
      return clocks?.places[indexOf(clocks, clock)] ?? null
    },

    placesOf: (client, from, to) => {
      const clocks = clients.get(client)
      return clocks ? clocks.places.slice(indexOf(clocks, from), indexOf(clocks, to - 1) + 1) : []
    },

    add: (client, to, newPlace) => {
      const clocks = clients.get(client) ?? { ends: [], places: [] }
      clients.set(client, clocks)
      const last = clocks.ends.length - 1
      if (last >= 0 && clocks.places[last] === newPlace) {
        clocks.ends[last] = to
        return
      }
      const place = newPlace && own(newPlace)
      if (last >= 0 && clocks.places[last] === place) {
        clocks.ends[last] = to
      } else {
        clocks.ends.push(to)
        clocks.places.push(place)
      }
    },

    hasPlace: (place) => places.has(nameOf(place)),

    placeCount: () => places.size,

    stateVector: () => {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, clients.size)
      for (const [client, { ends }] of clients) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, ends.at(-1) ?? 0)
      }
      return encoding.toUint8Array(encoder)
    },
  }
}

const nameOf = ({ root, key }: Place): string => (key === null ? root : `${root}\n${key}`)

/** Binary search: the segment of an id, one past the last when it is not known. */
const indexOf = ({ ends }: Clocks, clock: number): number => {
  let low = 0
  let high = ends.length
  // Most build on what was written last.
  if (clock >= (ends[high - 2] ?? 0)) low = high - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return low
}
