import * as Y from 'yjs'
import type { Sector } from '../domain/sector.ts'
import { itemsOf } from './items.ts'

/** Characters of a text, from one place up to another, that were written under one Yjs client id. */
export interface WrittenRange {
  clientId: number
  /** Whose words they are where that page only put them in. */
  credited: Credit | null
  from: number
  to: number
}

/** Characters that a page wrote for somebody else: Yjs client id, first clock, clock behind the last. */
export interface Credit {
  wrote: readonly [client: number, from: number, to: number]
  person: { organisation: string; sector: Sector }
}

/** Who wrote what stands in a text now, in its order. */
export const readTextAuthors = (text: Y.Text, credits: readonly Credit[] = []): WrittenRange[] => {
  const ofClient = new Map<number, Credit[]>()
  for (const credit of credits) {
    const [client] = credit.wrote
    ofClient.set(client, [...(ofClient.get(client) ?? []), credit])
  }
  const ranges: WrittenRange[] = []
  let place = 0
  for (const item of itemsOf(text)) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    for (const { credited, length } of split(clock, clock + item.length, ofClient.get(client) ?? [])) {
      const last = ranges.at(-1)
      if (last?.clientId === client && last.credited === credited) last.to += length
      else ranges.push({ clientId: client, credited, from: place, to: place + length })
      place += length
    }
  }
  return ranges
}

/** Where several claim the same characters, the first of them has them. */
const split = (from: number, to: number, credits: readonly Credit[]): { credited: Credit | null; length: number }[] => {
  const ends = credits
    .flatMap(({ wrote: [, first, end] }) => [first, end])
    .filter((clock) => clock > from && clock < to)
  const borders = [from, ...new Set(ends.sort((a, b) => a - b)), to]
  return borders.slice(1).map((end, at) => {
    const start = borders[at] ?? from
    const credited = credits.find(({ wrote: [, first, behind] }) => first <= start && end <= behind) ?? null
    return { credited, length: end - start }
  })
}
