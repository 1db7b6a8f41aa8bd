import * as Y from 'yjs'

/** Characters, formats or deletions of one client: from a clock up to, not including, another. */
export interface IdRange {
  client: number
  from: number
  to: number
}

/** What an update inserts and deletes. */
export interface UpdateContent {
  inserted: readonly IdRange[]
  deleted: readonly IdRange[]
}

export const isEmpty = ({ inserted, deleted }: UpdateContent): boolean => inserted.length === 0 && deleted.length === 0

/**
 * Reads an update of encoding 1 without a document; null when it is malformed. Whatever number the bytes announce, Yjs
 * decodes struct by struct here and stops where they end. Encoding 2 must never be tried on foreign bytes: 25 of them
 * can decode for ever.
 */
export const readUpdate = (bytes: Uint8Array): UpdateContent | null => {
  try {
    const { structs, ds } = Y.decodeUpdate(bytes)
    const inserted: IdRange[] = []
    for (const struct of structs) {
      if (!(struct instanceof Y.Skip)) extend(inserted, struct.id.client, struct.id.clock, struct.length)
    }
    const deleted: IdRange[] = []
    for (const [client, items] of ds.clients) {
      for (const { clock, len } of items) extend(deleted, client, clock, len)
    }
    return { inserted, deleted }
  } catch {
    return null
  }
}

/** Adds to the last range where it continues it. Throws when no Yjs could have counted so far. */
const extend = (ranges: IdRange[], client: number, from: number, length: number): void => {
  const to = from + length
  if (length < 1 || !Number.isSafeInteger(to)) throw new RangeError(`no clock goes from ${from} to ${to}`)
  const last = ranges.at(-1)
  if (last?.client === client && last.to === from) last.to = to
  else ranges.push({ client, from, to })
}
