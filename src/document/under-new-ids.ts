import * as encoding from 'lib0/encoding'
import { digest } from 'lib0/hash/sha256'
import * as Y from 'yjs'
import { createDraftDocument } from './draft-document.ts'
import { touchedPlaces } from './touched-places.ts'

/** A draft in which nothing unsent stands under an id that the server knows from somebody else's session. */
export interface Renamed {
  /** The whole of it. */
  state: Uint8Array
  /** What the server lacks of it, and the root names that touches. */
  unsent: Uint8Array
  places: string[]
}

/**
 * Joins what a device holds of a draft with what the server holds, and puts what the server lacks of a page it knows in
 * part under a new client id: it could belong to a session that is no longer this person's. Places in the text stay as
 * they are, because every reference goes with it. The same `seed` makes the same ids of the same ones, so that two tabs
 * doing this, or one doing it twice, never double a word. Pages that came in a file have the seed of the device that
 * wrote them, `carried`, so that all who bring the same words make the same ids. Throws when something held cannot be read.
 */
export const underNewIds = (
  held: readonly Uint8Array[],
  server: Uint8Array,
  seed: string,
  carried: ReadonlyMap<number, string> = new Map(),
): Renamed => {
  const vector = Y.encodeStateVectorFromUpdate(server)
  const known = Y.decodeStateVector(vector)
  const own = [...known.keys()].filter((client) => !carried.has(client)).map((client) => [client, seed] as const)
  const doc = createDraftDocument()
  Y.applyUpdate(doc, server)
  let places: string[] = []
  doc.on('update', (_update, _origin, _doc, transaction) => {
    places = touchedPlaces(transaction)
  })
  // Each before it comes in: a field set under both ids would be two rivals, of which Yjs deletes one.
  const rename = createRenaming(known, new Map([...carried, ...own]))
  const renamed = held.map(rename)
  doc.transact(() => {
    for (const update of renamed) Y.applyUpdate(doc, update)
  })
  const made = { state: Y.encodeStateAsUpdate(doc), unsent: Y.encodeStateAsUpdate(doc, vector), places }
  doc.destroy()
  return made
}

/** The client id that a page goes on under which is known up to this clock. Without the seed nobody can guess it. */
export const idAfter = (seed: string, client: number, clock: number): number =>
  new DataView(digest(new TextEncoder().encode(`${seed} ${client} ${clock}`)).buffer).getUint32(0)

/**
 * Takes from updates what is known and moves the rest of every known page that has a seed to the id made with it. Where
 * that one is known too, because somebody has brought these words before, what goes beyond it moves once more;
 * where two seeds lead to one page, the first.
 */
export const createRenaming = (
  known: ReadonlyMap<number, number>,
  seeds: ReadonlyMap<number, string>,
): ((update: Uint8Array) => Uint8Array) => {
  const vector = Y.encodeStateVector(new Map(known))
  const newIds = new Map<number, number>()
  for (const [page, seed] of seeds) {
    let client = page
    for (let clock = known.get(client); clock !== undefined && !newIds.has(client); clock = known.get(client)) {
      const next = idAfter(seed, client, clock)
      newIds.set(client, next)
      client = next
    }
  }
  const moved = (id: Y.ID): Y.ID => {
    const client = newIds.get(id.client)
    const from = known.get(id.client) ?? 0
    return client === undefined || id.clock < from ? id : Y.createID(client, id.clock - from)
  }
  const isToMove = ({ structs, ds }: ReturnType<typeof Y.decodeUpdate>): boolean =>
    structs.some(({ id }) => newIds.has(id.client)) ||
    [...ds.clients].some(
      ([client, ranges]) =>
        newIds.has(client) && ranges.some(({ clock, len }) => clock + len > (known.get(client) ?? 0)),
    )
  return (update) => {
    let rest = Y.diffUpdate(update, vector)
    for (let read = Y.decodeUpdate(rest); isToMove(read); read = Y.decodeUpdate(rest)) {
      rest = Y.diffUpdate(moveOnce(read, known, newIds, moved), vector)
    }
    return rest
  }
}

const moveOnce = (
  { structs, ds }: ReturnType<typeof Y.decodeUpdate>,
  known: ReadonlyMap<number, number>,
  newIds: ReadonlyMap<number, number>,
  moved: (id: Y.ID) => Y.ID,
): Uint8Array => {
  const stay = new Map<number, Struct[]>()
  const go = new Map<number, Struct[]>()
  for (const struct of structs) {
    const pages = newIds.has(struct.id.client) ? go : stay
    struct.id = moved(struct.id)
    if (struct instanceof Y.Item) {
      struct.origin &&= moved(struct.origin)
      struct.rightOrigin &&= moved(struct.rightOrigin)
      if (struct.parent instanceof Y.ID) struct.parent = moved(struct.parent)
    }
    listed(pages, struct.id.client).push(struct)
  }
  // Apart, because what goes may be there already, from another tab that has done this.
  return Y.mergeUpdates([encode(stay, new Map()), encode(go, moveDeletions(ds, known, moved))])
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type Deletions = Map<number, { clock: number; len: number }[]>

const moveDeletions = (
  { clients }: ReturnType<typeof Y.decodeUpdate>['ds'],
  known: ReadonlyMap<number, number>,
  moved: (id: Y.ID) => Y.ID,
): Deletions => {
  const deletions: Deletions = new Map()
  for (const [client, ranges] of clients) {
    const from = known.get(client) ?? 0
    for (const { clock, len } of ranges) {
      const cut = Math.max(clock, Math.min(from, clock + len))
      if (cut > clock) listed(deletions, client).push({ clock, len: cut - clock })
      if (cut === clock + len) continue
      const id = moved(Y.createID(client, cut))
      listed(deletions, id.client).push({ clock: id.clock, len: clock + len - cut })
    }
  }
  return deletions
}

/** As Yjs itself writes updates (encoding.js and DeleteSet.js), whose writers are not for others. */
const encode = (pages: ReadonlyMap<number, readonly Struct[]>, deletions: Deletions): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1()
  const { restEncoder } = encoder
  encoding.writeVarUint(restEncoder, pages.size)
  for (const [client, page] of [...pages].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(restEncoder, page.length)
    encoder.writeClient(client)
    encoding.writeVarUint(restEncoder, page[0]?.id.clock ?? 0)
    for (const struct of page) struct.write(encoder, 0)
  }
  encoding.writeVarUint(restEncoder, deletions.size)
  for (const [client, ranges] of deletions) {
    encoding.writeVarUint(restEncoder, client)
    encoding.writeVarUint(restEncoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}

const listed = <T>(lists: Map<number, T[]>, key: number): T[] => {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
