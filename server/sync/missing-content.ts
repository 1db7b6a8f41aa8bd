import * as Y from 'yjs'
import type { UpdateContent } from './update-check.ts'

/**
 * The updates that bring someone with this state vector up to date, in an order in which each finds what it builds on.
 * The snapshot is cut to what they lack, the updates after it are left whole or out. Throws on a malformed vector.
 */
export const missingFrom = (
  stateVector: Uint8Array,
  snapshot: Uint8Array | null,
  tail: readonly { bytes: Uint8Array; content: UpdateContent }[],
): Uint8Array[] => {
  const known = Y.decodeStateVector(stateVector)
  const lacks = ({ inserted, deleted }: UpdateContent): boolean =>
    deleted.length > 0 || inserted.some(({ client, to }) => to > (known.get(client) ?? 0))
  const missing = tail.filter(({ content }) => lacks(content)).map(({ bytes }) => bytes)
  if (!snapshot) return missing
  return [known.size === 0 ? snapshot : Y.diffUpdate(snapshot, stateVector), ...missing]
}
