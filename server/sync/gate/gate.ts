import * as Y from 'yjs'
import * as encoding from 'lib0/encoding'
import { fieldsName } from '../../../src/document/names.ts'
import type { Claim, Claims } from '../../store/draft-store.ts'
import type { IdRange, UpdateContent } from '../update-content.ts'
import { createDeletions } from './deletions.ts'
import { createKnownIds } from './known-ids.ts'
import { settle } from './settle.ts'
import type { Shape } from './shape.ts'
import { readUpdate, type Block, type ReadUpdate } from './update-reader.ts'

/**
 * Why an update is refused. Only a `gap` can be mended: by a sync step 1 that asks the sender for everything. Of
 * discussions only: `forged` in another's name, `written-again` what must not change, `too-many` entries by one member, `talk-full` for more than acts.
 */
export type WhyRefused =
  | 'malformed'
  | 'not-allowed'
  | 'taken-id'
  | 'unfit'
  | 'too-large'
  | 'draft-full'
  | 'gap'
  | 'forged'
  | 'written-again'
  | 'too-many'
  | 'talk-full'

export type Verdict =
  /** Everything in it is here already. `isDoubtful`: or a reader's page has taken a field away, which counts for nothing. */
  | { name: 'known'; isDoubtful?: true }
  /** `bytes` hold nothing that was here already; `claims` are the client ids that are the author's from now on. */
  | { name: 'accepted'; bytes: Uint8Array; content: UpdateContent; claims: readonly number[] }
  | { name: 'refused'; why: WhyRefused }

export interface Author extends Claim {
  mayWrite: boolean
  /** Sent as it was written, not gathered from a document, which may hold what others wrote. */
  isLive: boolean
}

/** Decides what may come into one document, without holding it. What it accepts it takes for known at once. */
export interface Gate<Writer extends Author = Author> {
  /** Takes in stored content, in order. Throws when it cannot be read: nobody may get an empty room in its place. */
  learn(bytes: Uint8Array): UpdateContent
  judge(bytes: Uint8Array, author: Writer): Verdict
  /** What is known, as Yjs says it: the same bytes until something is accepted. */
  stateVector(): Uint8Array
}

/** A page that writes is a client id; each of them costs everyone a few bytes at every connection. */
const maxClaimsPerUpdate = 1000
const maxClaimsPerMember = 5000

export interface GateRules<Writer extends Author = Author> {
  shape: Shape<Writer>
  /** Who writes under which client id. */
  claims: Claims
  /**
   * While devices bring back what a restored backup lacked, everyone's words come from everyone. Then no id is refused,
   * and only live updates claim one.
   */
  isRecovering: () => boolean
  /** So many more bytes would make the document larger than it may be: only what deletes more than it adds comes in. */
  isFull: (moreBytes: number) => boolean
}

/** A gate for a document of which nothing is known yet. */
export const createGate = <Writer extends Author>(rules: GateRules<Writer>): Gate<Writer> => {
  const known = createKnownIds()
  const deletions = createDeletions()
  const claims = new Map(rules.claims)
  const claimed = new Map<string, number>()
  const { shape } = rules
  let vector: Uint8Array | null = null

  const count = (memberId: string, more: number): void => {
    claimed.set(memberId, (claimed.get(memberId) ?? 0) + more)
  }

  /** Takes up what is new of an update, all of whose structs are settled. */
  const take = (fresh: readonly Block[], deletes: readonly IdRange[]): UpdateContent => {
    // Who integrates a deleted struct counts it among the deletions from then on.
    const deleted = [...deletes]
    for (const { client, structs } of fresh) {
      for (const struct of structs) {
        const to = struct.clock + struct.length
        known.add(client, to, struct.place)
        if (struct.content.kind === 'deleted') deleted.push({ client, from: struct.clock, to })
      }
    }
    deletions.add(deleted)
    shape.take?.(fresh, claims)
    vector = null
    return { inserted: fresh.map(({ client, clock, end }) => ({ client, from: clock, to: end })), deleted: deletes }
  }

  const learn = (bytes: Uint8Array): UpdateContent => {
    const update = readUpdate(bytes)
    if (typeof update === 'string') throw new Error(`stored content is ${update}`)
    const fresh = freshPart(update.blocks)
    const problem = settle(fresh, known, () => null)
    if (problem || hasGap(fresh)) throw new Error(`stored content has a ${problem ?? 'gap'}`)
    return take(fresh, update.deletes)
  }

  const hasGap = (blocks: readonly Block[]): boolean => blocks.some(({ client, clock }) => clock > known.count(client))

  /** What is not known of these blocks; a struct that is known in part goes on behind its own known part. */
  const freshPart = (blocks: readonly Block[]): readonly Block[] => {
    if (blocks.every(({ client, clock }) => clock >= known.count(client))) return blocks
    return blocks.flatMap((block) => {
      const from = known.count(block.client)
      if (block.end <= from) return []
      if (block.clock >= from) return [block]
      const structs = block.structs.filter(({ clock, length }) => clock + length > from)
      const [first] = structs
      if (first && first.clock < from) {
        structs[0] = {
          ...first,
          clock: from,
          length: first.clock + first.length - from,
          originClient: block.client,
          originClock: from - 1,
          root: null,
          key: null,
        }
      }
      return [{ ...block, clock: from, structs }]
    })
  }

  const isKnown = ({ blocks, deletes }: ReadUpdate): boolean =>
    blocks.every(({ client, end }) => end <= known.count(client)) && deletes.every((range) => deletions.contains(range))

  /**
   * Yjs deletes the loser of two values by itself, and whoever knows that repeats it in every step 2: from a reader too,
   * and before anyone who may write has told us.
   */
  const mayReaderSay = ({ blocks, deletes }: ReadUpdate): boolean =>
    blocks.every(({ client, end }) => end <= known.count(client)) &&
    deletes.every(
      (range) =>
        deletions.contains(range) ||
        (range.to <= known.count(range.client) &&
          known.placesOf(range.client, range.from, range.to).every((place) => place?.root === fieldsName)),
    )

  /**
   * The client ids to claim, or why these ids may not be written under. Whoever joins anew with the same browser goes on
   * under the ids of the membership before: what was still unsent then is theirs.
   */
  const claimsFor = (blocks: readonly Block[], { memberId, sessionId, isLive }: Author): number[] | WhyRefused => {
    const recovers = rules.isRecovering()
    if (recovers && !isLive) return []
    const wanted: number[] = []
    for (const { client, structs } of blocks) {
      if (structs.length === 0) continue
      const owner = claims.get(client)
      if (owner === undefined) wanted.push(client)
      else if (owner.memberId !== memberId && owner.sessionId !== sessionId && !recovers) return 'taken-id'
    }
    const isTooMany =
      wanted.length > maxClaimsPerUpdate || wanted.length + (claimed.get(memberId) ?? 0) > maxClaimsPerMember
    return wanted.length > 0 && isTooMany ? 'too-large' : wanted
  }

  const refused = (why: WhyRefused): Verdict => ({ name: 'refused', why })

  const judge = (bytes: Uint8Array, author: Writer): Verdict => {
    const update = readUpdate(bytes)
    if (typeof update === 'string') return refused(update)
    if (isKnown(update)) return { name: 'known' }
    if (!author.mayWrite) return mayReaderSay(update) ? { name: 'known', isDoubtful: true } : refused('not-allowed')
    const { blocks, deletes } = update
    if (hasGap(blocks)) return refused('gap')
    // Yjs makes a root of every name it reads, on content that it knows already too.
    if (!blocks.every(({ structs }) => structs.every(({ root, key }) => root === null || shape.mayBe(root, key)))) {
      return refused('unfit')
    }
    const fresh = freshPart(blocks)
    const wanted = claimsFor(fresh, author)
    if (!Array.isArray(wanted)) return refused(wanted)

    const newPlaces = new Set<string>()
    const problem = settle(fresh, known, ({ content, root, place }) => {
      if (content.kind === 'skip') return 'gap'
      if (!place || !shape.fits(place, content)) return 'unfit'
      if (root !== null && !known.hasPlace(place)) newPlaces.add(`${place.root} ${place.key ?? ''}`)
      return null
    })
    if (problem) return refused(problem === 'circle' ? 'malformed' : problem)
    if (newPlaces.size > 0 && known.placeCount() + newPlaces.size > shape.maxPlaces) return refused('too-large')
    if (!areThere(deletes, fresh)) return refused('gap')
    const why = shape.judge?.(fresh, deletes.length > 0, author)
    if (why) return refused(why)
    if (rules.isFull(bytes.length) && addsMoreThanItDeletes(bytes, update, fresh)) return refused('draft-full')

    // Content that is here already is not relayed: its bytes might claim something else than what is here.
    const news = fresh === blocks ? bytes : newsIn(bytes, blocks)
    if (wanted.length > 0) {
      const claim = { memberId: author.memberId, sessionId: author.sessionId }
      for (const client of wanted) claims.set(client, claim)
      count(author.memberId, wanted.length)
    }
    return { name: 'accepted', bytes: news, content: take(fresh, deletes), claims: wanted }
  }

  const areThere = (ranges: readonly IdRange[], fresh: readonly Block[]): boolean => {
    if (ranges.length === 0) return true
    const ends = new Map(fresh.map(({ client, end }) => [client, end]))
    return ranges.every(({ client, to }) => to <= (ends.get(client) ?? known.count(client)))
  }

  /** A character that was here and is deleted now frees a byte at least: nothing grows by what passes. */
  const addsMoreThanItDeletes = (bytes: Uint8Array, { deletes }: ReadUpdate, fresh: readonly Block[]): boolean => {
    if (fresh.every(({ structs }) => structs.length === 0)) return false
    const here = deletes.map(({ client, from, to }) => ({ client, from, to: Math.min(to, known.count(client)) }))
    return bytes.length > deletions.countMissing(here)
  }

  const newsIn = (bytes: Uint8Array, blocks: readonly Block[]): Uint8Array => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, blocks.length)
    for (const { client } of blocks) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, known.count(client))
    }
    return Y.diffUpdate(bytes, encoding.toUint8Array(encoder))
  }

  for (const { memberId } of claims.values()) count(memberId, 1)
  return { learn, judge, stateVector: () => (vector ??= known.stateVector()) }
}
