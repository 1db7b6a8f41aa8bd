import type { KeyPresses } from './keys.ts'
import { emptyVector, openPeerClient, type PeerClient } from './peer-client.ts'
import type { Entrance, Room } from './peer-rooms.ts'
import { startDeadline } from './waiting.ts'

/** Somebody who waits until all of a document has come. */
export interface Reader {
  client: PeerClient
  /** How far each client's characters have come. */
  known: ReadonlyMap<number, number>
  /** Everything is there. */
  isDone(): boolean
  hasHeardOf(characters: number): boolean
}

export const openReader = async (entrance: Entrance, counts: ReadonlyMap<number, number>): Promise<Reader> => {
  const known = new Map<number, number>()
  let total = 0
  const wanted = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const hear = (number: number, _: number, to: number): void => {
    const before = known.get(number) ?? 0
    if (to <= before) return
    known.set(number, to)
    total += to - before
  }
  const client = await openPeerClient(entrance, { hear })
  return { client, known, isDone: () => total >= wanted, hasHeardOf: (characters) => total >= characters }
}

const openS = 60

/** Opens the document and waits for all of it; how long it took, in ms. */
export const openAll = async (entrances: readonly Entrance[], counts: KeyPresses['counts']): Promise<number> => {
  const start = performance.now()
  const deadline = startDeadline(openS, () => ({}))
  const readers = await Promise.all(
    entrances.map(async (entrance) => {
      const reader = await openReader(entrance, counts)
      reader.client.ask(emptyVector)
      return reader
    }),
  )
  await deadline.until(() => readers.every((reader) => reader.isDone()))
  const lasted = performance.now() - start
  for (const { client } of readers) client.leave()
  return lasted
}

export const addPeople = (room: Room, count: number): Promise<Entrance[]> =>
  Array.from({ length: count }).reduce<Promise<Entrance[]>>(
    async (before) => [...(await before), await room.addPerson()],
    Promise.resolve([]),
  )
