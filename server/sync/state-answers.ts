import * as Y from 'yjs'
import { emptyUpdate, encodeStep2, encodeUpdate, encodeUpdateHead } from './frames.ts'
import type { UpdateContent } from './update-content.ts'
import { encodeVolley, frameHead } from './volley.ts'
import type { Workshop } from './workshop.ts'

/**
 * Answers to "this is what I have". What many ask alike is encoded once and shared: a hundred who open a draft get the
 * same memory, and so do those who come back knowing the whole snapshot.
 */
export interface StateAnswers {
  /**
   * Whole WebSocket frames, step 2 last, in an order in which each finds what it builds on. The snapshot is cut to what
   * they lack, updates after it are left whole or out. Throws on a malformed vector.
   */
  answer(stateVector: Uint8Array, tail: readonly TailUpdate[]): readonly Uint8Array[] | Promise<readonly Uint8Array[]>
  tailChanged(): void
  snapshotChanged(snapshot: Uint8Array): void
}

interface TailUpdate {
  bytes: Uint8Array
  content: UpdateContent
}

/** Larger snapshots are cut in the workshop: 256 KiB take 6 ms. */
const maxBytesCutHere = 262_144

/** Differences kept; each is smaller than the snapshot, and most ask for the same one. */
const maxDifferences = 16

const step2 = encodeVolley([encodeStep2(emptyUpdate)]).bytes

export const createStateAnswers = (first: Uint8Array | null, workshop: Pick<Workshop, 'diff'>): StateAnswers => {
  let snapshot = first
  let snapshotVector: Map<number, number> | null = null
  let snapshotFrame: Uint8Array[] | null = null
  let wholeTail: Buffer | null = null
  let differences = new Map<string, Uint8Array | Promise<Uint8Array>>()

  const wholeSnapshot = (content: Uint8Array): Uint8Array[] => {
    const head = encodeUpdateHead(content.length)
    return (snapshotFrame ??= [frameHead(head.length + content.length), head, content])
  }

  const cut = (content: Uint8Array, stateVector: Uint8Array): Uint8Array | Promise<Uint8Array> => {
    if (content.length <= maxBytesCutHere) return Y.diffUpdate(content, stateVector)
    // A workshop that fails must not keep anybody waiting: all of it is right too, only longer.
    return workshop.diff({ content, stateVector }).catch(() => content)
  }

  /** By the part of the vector that concerns the snapshot: whoever knows all of it asks for the same. */
  const difference = (content: Uint8Array, known: ReadonlyMap<number, number>): Uint8Array | Promise<Uint8Array> => {
    snapshotVector ??= Y.decodeStateVector(Y.encodeStateVectorFromUpdate(content))
    const concerned = new Map([...snapshotVector].map(([id, clock]) => [id, Math.min(known.get(id) ?? 0, clock)]))
    const key = [...concerned.values()].join()
    const kept = differences.get(key)
    if (kept) return kept
    if (differences.size >= maxDifferences) differences = new Map()
    const made = cut(content, Y.encodeStateVector(concerned))
    differences.set(key, made)
    return made
  }

  return {
    answer: (stateVector, tail) => {
      const known = Y.decodeStateVector(stateVector)
      if (known.size === 0) {
        wholeTail ??= encodeVolley(tail.map(({ bytes }) => encodeUpdate(bytes))).bytes
        return [...(snapshot ? wholeSnapshot(snapshot) : []), wholeTail, step2]
      }
      const lacks = ({ inserted, deleted }: UpdateContent): boolean =>
        deleted.length > 0 || inserted.some(({ client, to }) => to > (known.get(client) ?? 0))
      const missing = tail.filter(({ content }) => lacks(content)).map(({ bytes }) => encodeUpdate(bytes))
      if (!snapshot) return [encodeVolley(missing).bytes, step2]
      const made = difference(snapshot, known)
      const frames = (part: Uint8Array) => [encodeVolley([encodeUpdate(part), ...missing]).bytes, step2]
      return made instanceof Uint8Array ? frames(made) : made.then(frames)
    },
    tailChanged: () => {
      wholeTail = null
    },
    snapshotChanged: (compacted) => {
      snapshot = compacted
      snapshotVector = null
      snapshotFrame = null
      wholeTail = null
      differences = new Map()
    },
  }
}
