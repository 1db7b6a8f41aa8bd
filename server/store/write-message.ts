import type { DocumentId } from '../../src/domain/document-id.ts'
import type { NewUpdate } from './draft-store.ts'

/** Updates in few pieces: a message of many small objects and arrays is slow to copy between threads. */
export interface PackedUpdates {
  /** Ids of documents, members and sessions, each once; rows and claims name them by their place. */
  ids: string[]
  /** Of each update: document, seq, at, member, session, length in bytes. */
  rows: Float64Array<ArrayBuffer>
  /** Number of the update and client id, of each claim. */
  claims: Float64Array
  bytes: Uint8Array<ArrayBuffer>
}

export type Order = { id: number } & (
  | { append: PackedUpdates; replace?: never }
  | { append?: never; replace: { documentId: DocumentId; uptoSeq: number; snapshot: Uint8Array } }
)

export interface Report {
  id: number
  failure: string | null
}

const numbersPerRow = 6

export const packUpdates = (updates: readonly NewUpdate[]): PackedUpdates => {
  const places = new Map<string, number>()
  const placeOf = (id: string): number => {
    const known = places.get(id)
    if (known !== undefined) return known
    places.set(id, places.size)
    return places.size - 1
  }
  const rows = new Float64Array(updates.length * numbersPerRow)
  const claims: number[] = []
  const bytes = new Uint8Array(updates.reduce((sum, update) => sum + update.bytes.length, 0))
  let end = 0
  for (const [number, update] of updates.entries()) {
    const { documentId, seq, at, memberId, sessionId } = update
    const row = [placeOf(documentId), seq, at, placeOf(memberId), placeOf(sessionId), update.bytes.length]
    rows.set(row, number * numbersPerRow)
    for (const clientId of update.claims) claims.push(number, clientId)
    bytes.set(update.bytes, end)
    end += update.bytes.length
  }
  return { ids: [...places.keys()], rows, claims: Float64Array.from(claims), bytes }
}

export const unpackUpdates = ({ ids, rows, claims, bytes }: PackedUpdates): NewUpdate[] => {
  const claimed = new Map<number, number[]>()
  for (let at = 0; at < claims.length; at += 2) {
    const number = claims[at] ?? 0
    claimed.set(number, [...(claimed.get(number) ?? []), claims[at + 1] ?? 0])
  }
  let end = 0
  return Array.from({ length: rows.length / numbersPerRow }, (_, number) => {
    const [document = 0, seq = 0, at = 0, member = 0, session = 0, length = 0] = rows.subarray(number * numbersPerRow)
    end += length
    return {
      documentId: ids[document] as DocumentId,
      seq,
      at,
      memberId: ids[member] ?? '',
      sessionId: ids[session] ?? '',
      bytes: bytes.subarray(end - length, end),
      claims: claimed.get(number) ?? [],
    }
  })
}
