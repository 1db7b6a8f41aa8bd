import * as Y from 'yjs'
import { fromFile } from './origins.ts'
import { createRenaming, idAfter } from './under-new-ids.ts'

/** What somebody's file holds of a draft. */
export interface FileContent {
  /** The whole draft as it stood there. */
  content: Uint8Array
  /** What the server had not acknowledged there, change by change; it is in `content` too. */
  waiting: readonly Uint8Array[]
  /** For each page of which something waits, the seed of the device that wrote it, see `underNewIds`. */
  seeds: ReadonlyMap<number, string>
}

/** What was new here: the numbers of the waiting changes, and whether anything was. */
export interface Brought {
  missing: readonly number[]
  changed: boolean
}

/**
 * Merges a file into a draft as this person's change; a second time changes nothing. The file must have been checked.
 *
 * What waits keeps its ids, so that words which come on several ways are one. Where the server is at hand (`onServer`, all
 * it has) and knows a page in part, it would not take the rest under that id from anybody but its author: the rest moves
 * to the id that everybody makes with the file's seed. Without the server the ids stay until it refuses them, unless
 * somebody has brought these words here already.
 */
export const bringIn = (doc: Y.Doc, { content, waiting, seeds }: FileContent, onServer: Uint8Array | null): Brought => {
  if (onServer) Y.applyUpdate(doc, onServer)
  const here = Y.decodeStateVector(Y.encodeStateVector(doc))
  const known = onServer
    ? Y.decodeStateVector(Y.encodeStateVectorFromUpdate(onServer))
    : knownByName(pagesOf(waiting), here, seeds)
  // A page that goes on here as it is must not go on under another id as well.
  const movable = [...seeds].filter(([page]) => known.has(page) && (here.get(page) ?? 0) <= (known.get(page) ?? 0))
  const rename = createRenaming(known, new Map(movable))
  const renamed = [...waiting, content].map(rename)

  const missing = changing(doc, renamed)
  doc.transact(() => {
    for (const update of renamed) Y.applyUpdate(doc, update)
  }, fromFile)
  return { missing: missing.filter((index) => index < waiting.length), changed: missing.length > 0 }
}

/** The client ids of what waits, and where its pieces begin. */
const pagesOf = (waiting: readonly Uint8Array[]): ReadonlyMap<number, readonly number[]> => {
  const pages = new Map<number, number[]>()
  for (const { id } of waiting.flatMap((update) => Y.decodeUpdate(update).structs)) {
    const clocks = pages.get(id.client)
    if (clocks) clocks.push(id.clock)
    else pages.set(id.client, [id.clock])
  }
  return pages
}

/** Whether somebody has brought to the server, which knows this much, what still waits on this device. */
export const isCarried = (seeds: ReadonlyMap<number, string>, known: ReadonlyMap<number, number>): boolean =>
  [...seeds].some(([page, seed]) => {
    const clock = known.get(page)
    return clock !== undefined && known.has(idAfter(seed, page, clock))
  })

/** For each page of which something waits, the seed of the device that wrote it; `carried` came in files. */
export const seedsOf = (
  waiting: readonly Uint8Array[],
  own: string,
  carried: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> => new Map([...pagesOf(waiting).keys()].map((page) => [page, carried.get(page) ?? own]))

/** What the server must have known of the file's pages when somebody brought them here under other ids. */
const knownByName = (
  pages: ReadonlyMap<number, readonly number[]>,
  here: ReadonlyMap<number, number>,
  seeds: ReadonlyMap<number, string>,
): Map<number, number> => {
  const known = new Map<number, number>()
  for (const [page, clocks] of pages) {
    const seed = seeds.get(page) ?? ''
    const clock = clocks.find((each) => here.has(idAfter(seed, page, each)))
    if (clock === undefined || (here.get(page) ?? 0) > clock) continue
    known.set(page, clock)
    for (let id = idAfter(seed, page, clock), to = here.get(id); to !== undefined; to = here.get(id)) {
      known.set(id, to)
      id = idAfter(seed, id, to)
    }
  }
  return known
}

/** Which of these updates, applied one after another, change the document. Leaves it as it is. */
const changing = (doc: Y.Doc, updates: readonly Uint8Array[]): number[] => {
  const trial = new Y.Doc()
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc))
  let changes = 0
  trial.on('update', () => (changes += 1))
  const found = updates.flatMap((update, index) => {
    const before = changes
    Y.applyUpdate(trial, update)
    return changes > before ? [index] : []
  })
  trial.destroy()
  return found
}
