import * as Y from 'yjs'
import { textName } from '../../src/document/names.ts'

/** A seeded stand-in for a long life of a draft: bursts of typing, jumps, 30 % deletions, 40 pages that came and went. */
export interface History {
  edits: number
  /** The compacted state of all but the last rows. */
  state: Uint8Array
  /** The last edits, one update each, as the device keeps them between two compactions. */
  rows: Uint8Array[]
  characters: number
}

/** Small fast generator with a seed (mulberry32), so that two runs measure the same history. */
export const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

export const makeHistory = (sectionIds: readonly string[], edits: number, lastRows: number, seed = 2023): History => {
  const random = seeded(seed)
  const doc = new Y.Doc()
  const rows: Uint8Array[] = []
  let collecting = false
  doc.on('update', (update: Uint8Array) => {
    if (collecting) rows.push(update)
  })
  const pick = (count: number) => Math.floor(random() * count)
  const letters = 'enisratdhulcgmobwfkzvpüäößjy   '
  let done = 0
  let state: Uint8Array = new Uint8Array()
  while (done < edits) {
    doc.clientID = 1_000 + pick(40)
    const text = doc.getText(textName(sectionIds[pick(sectionIds.length)] ?? ''))
    let index = pick(text.length + 1)
    const deleting = random() < 0.3
    for (let run = 5 + pick(35); run > 0 && done < edits; run--, done++) {
      if (done === edits - lastRows) {
        state = Y.encodeStateAsUpdate(doc)
        collecting = true
      }
      if (deleting && index > 0 && text.length > 0) {
        index -= 1
        text.delete(Math.min(index, text.length - 1), 1)
      } else {
        text.insert(index, random() < 0.01 ? '\n' : (letters[pick(letters.length)] ?? 'e'))
        index += 1
      }
    }
  }
  const characters = sectionIds.reduce((sum, id) => sum + doc.getText(textName(id)).length, 0)
  return { edits, state, rows, characters }
}
