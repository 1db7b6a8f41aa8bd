import { crc32 } from './row-checksum.ts'

/** One of the person's own changes as it waits for the server. */
export interface OutboxRow {
  update: Uint8Array
  /** When the change was made, in ms since 1970. */
  at: number
  /** Root names the change touched. */
  places: readonly string[]
}

/** The row as it is stored: with its update's checksum beside it. */
export const sealOutboxRow = (row: OutboxRow): OutboxRow & { sum: number } => ({ ...row, sum: crc32(row.update) })

/** A stored row; its update is null where it is not what was written. Rows from before the checksum pass. */
export const readOutboxRow = (value: unknown): Omit<OutboxRow, 'update'> & { update: Uint8Array | null } => {
  const { update, at, places, sum } = (value ?? {}) as Record<string, unknown>
  return {
    update: update instanceof Uint8Array && (sum === undefined || sum === crc32(update)) ? update : null,
    at: typeof at === 'number' ? at : 0,
    places: Array.isArray(places) ? places.filter((place) => typeof place === 'string') : [],
  }
}
