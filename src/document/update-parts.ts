import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

type Struct = Y.Item | Y.GC

/** A run of deleted characters, written with so many bytes at most. */
const deletionBytes = 16

/**
 * Cuts an update into parts of about so many bytes, in an order in which each builds only on those before it and on what
 * the update itself builds on: whoever gets the first few has all they need for those. Deletions come last. An update
 * that is not whole stays as it is. Throws when it cannot be read.
 */
export const cutUpdate = (update: Uint8Array, maxBytes: number): Uint8Array[] => {
  const { structs, ds } = Y.decodeUpdate(update)
  if (structs.some((struct) => struct instanceof Y.Skip)) return [update]
  const parts: Uint8Array[] = []
  let part = new Map<number, Struct[]>()
  let bytes = 0
  for (const struct of inOrder(structs)) {
    for (const piece of cutStruct(struct, maxBytes)) {
      const size = sizeOf(piece)
      if (bytes > 0 && bytes + size > maxBytes) {
        parts.push(encodePart(part, []))
        part = new Map()
        bytes = 0
      }
      part.set(piece.id.client, [...(part.get(piece.id.client) ?? []), piece])
      bytes += size
    }
  }
  if (bytes > 0) parts.push(encodePart(part, []))
  const deleted = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, length: len })),
  )
  const atOnce = Math.max(1, Math.floor(maxBytes / deletionBytes))
  for (let from = 0; from < deleted.length; from += atOnce) {
    parts.push(encodePart(new Map(), deleted.slice(from, from + atOnce)))
  }
  return parts.length > 0 ? parts : [update]
}

/** Every struct after those it refers to; those of one client stay in their order. */
function* inOrder(structs: readonly Struct[]): Generator<Struct> {
  const queues = new Map<number, Struct[]>()
  for (const struct of structs) queues.set(struct.id.client, [...(queues.get(struct.id.client) ?? []), struct])
  const next = new Map(Array.from(queues, ([client]) => [client, 0]))
  const isThere = (id: Y.ID | null): boolean => {
    const first = id && queues.get(id.client)?.[next.get(id.client) ?? 0]
    return !first || id.clock < first.id.clock
  }
  const isReady = (struct: Struct): boolean =>
    !(struct instanceof Y.Item) ||
    (isThere(struct.origin) &&
      isThere(struct.rightOrigin) &&
      isThere(struct.parent instanceof Y.ID ? struct.parent : null))

  for (let isStuck = false; !isStuck;) {
    isStuck = true
    for (const [client, queue] of queues) {
      for (let at = next.get(client) ?? 0; at < queue.length; at++) {
        const struct = queue[at]
        if (!struct || !isReady(struct)) break
        next.set(client, at + 1)
        isStuck = false
        yield struct
      }
    }
  }
}

/** Only text grows long by itself. Every character takes three bytes at most. */
const cutStruct = (struct: Struct, maxBytes: number): Struct[] => {
  const pieces = [struct]
  const most = Math.max(2, Math.floor(maxBytes / 3))
  for (let rest = struct; rest instanceof Y.Item && rest.content instanceof Y.ContentString && rest.length > most;) {
    const { content, id, rightOrigin } = rest
    // Not between the two halves of one character.
    const at = isHighSurrogate(content.str.charCodeAt(most - 1)) ? most - 1 : most
    const right = content.splice(at)
    rest.length = at
    const origin = Y.createID(id.client, id.clock + at - 1)
    rest = new Y.Item(Y.createID(id.client, id.clock + at), null, origin, null, rightOrigin, null, null, right)
    pieces.push(rest)
  }
  return pieces
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

const sizeOf = (struct: Struct): number => {
  const encoder = new Y.UpdateEncoderV1()
  struct.write(encoder, 0)
  return encoding.length(encoder.restEncoder)
}

/** Client ids descend, as Yjs writes them and the gate demands. */
const encodePart = (
  structs: ReadonlyMap<number, readonly Struct[]>,
  deleted: readonly { client: number; clock: number; length: number }[],
): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1()
  const { restEncoder } = encoder
  encoding.writeVarUint(restEncoder, structs.size)
  for (const [client, pieces] of [...structs].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(restEncoder, pieces.length)
    encoder.writeClient(client)
    encoding.writeVarUint(restEncoder, pieces[0]?.id.clock ?? 0)
    for (const piece of pieces) piece.write(encoder, 0)
  }
  const clients = [...new Set(deleted.map(({ client }) => client))].sort((a, b) => b - a)
  encoding.writeVarUint(restEncoder, clients.length)
  for (const client of clients) {
    const ranges = deleted.filter((range) => range.client === client)
    encoding.writeVarUint(restEncoder, client)
    encoding.writeVarUint(restEncoder, ranges.length)
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(restEncoder, clock)
      encoding.writeVarUint(restEncoder, length)
    }
  }
  return encoder.toUint8Array()
}
