import * as v from 'valibot'
import { draftAccessSchema } from '../domain/draft-access.ts'
import { isDraftId, type DraftId } from '../domain/draft-id.ts'
import { personSchema } from '../domain/person.ts'
import { sectors } from '../domain/sector.ts'

const time = v.nullable(v.number())

/** What this device remembers of a draft beside its text, so that the shelf need not open it. Times in ms since 1970. */
export const draftRecordSchema = v.object({
  draftId: v.custom<DraftId>(isDraftId),
  callId: v.string(),
  /** Who writes here on this device. */
  me: personSchema,
  /** As the server last said; null before the draft first reached it. */
  access: v.nullable(draftAccessSchema),
  /** Whether the server knows the draft. False for one started offline. */
  registered: v.boolean(),
  /** The server said that this person no longer belongs to the draft. */
  removed: v.optional(v.boolean(), false),
  /** What was unsent when the right to write ended lies with those who lead. */
  handedOver: v.optional(v.boolean()),
  title: v.string(),
  partners: v.array(v.object({ name: v.string(), sector: v.nullable(v.picklist(sectors)), lead: v.boolean() })),
  /** Of the required sections, in the call's order. */
  progress: v.array(v.picklist(['empty', 'begun', 'done'])),
  startedAt: v.number(),
  openedAt: v.number(),
  /** When the server last acknowledged changes. */
  lastStoredAt: time,
  /** When the server was last heard for this draft; null means its text was never brought here. */
  lastContactAt: time,
  /** When the server last answered for this draft without its line, if only that it does not know this device any more. */
  answeredAt: v.optional(time),
  /** When this device's session ends, as the server last said; 0 when it has ended. */
  sessionEndsAt: v.optional(v.nullable(v.number())),
  /** With it, what is unsent gets new ids (see `underNewIds`). Only rescue files of this device tell it. */
  idSeed: v.optional(v.string(), ''),
  /** When what was unsent here last got new ids, in ms since 1970. Tabs from before that have nothing to tell newer ones. */
  renamedAt: v.optional(v.number(), 0),
  /** Client ids of pages that came here in rescue files, with the seed of the device that wrote them. */
  carried: v.optional(v.array(v.tuple([v.number(), v.string()]))),
  /** What was agreed to and said of the package, as it is known here, and what of it waits; see `state/agreement`. */
  agreement: v.optional(v.unknown()),
  actsKnown: v.optional(v.number()),
  actsWaiting: v.optional(v.number()),
  /** How many versions made here the server has not got yet. */
  versionsWaiting: v.optional(v.number()),
  /** How many it did not take: nothing waits for it, and they are on this device only. */
  versionsRefused: v.optional(v.number()),
  /** How many entries said here the server has not got yet, as far as is known before the discussion is loaded. */
  talkWaiting: v.optional(v.number()),
  /** When the discussion was first heard of from the server; null or absent means it was never brought here. */
  talkHeardAt: v.optional(time),
  /** When what waited of the discussion was last said anew, see `renewDiscussion`. */
  talkRenamedAt: v.optional(v.number()),
  /** What was copied into the sponsor's form: each field with a digest of its text at that time. */
  transferred: v.optional(v.record(v.string(), v.string())),
  /** Parts of imported texts without a place, see `state/aside`. */
  aside: v.optional(v.unknown()),
  /** Of its discussion: which entries of others were seen here, how many were not, and what was typed and not said yet. */
  talk: v.optional(
    v.fallback(
      v.object({ seen: v.array(v.string()), unread: v.number(), typed: v.record(v.string(), v.string()) }),
      () => ({ seen: [], unread: 0, typed: {} }),
    ),
  ),
  /** When a rescue file was last made while something waited: somebody may bring that to the server before this device does. */
  handedOutAt: v.optional(v.nullable(v.number())),
  /**
   * What stood here when the server found it gone wrong and this device took the server's instead: as text, and whole as
   * Yjs updates, the newest first.
   */
  rescue: v.optional(
    v.object({
      at: v.number(),
      text: v.string(),
      states: v.optional(v.fallback(v.array(v.custom<Uint8Array>((value) => value instanceof Uint8Array)), []), []),
    }),
  ),
})
export type DraftRecord = v.InferOutput<typeof draftRecordSchema>

/** Reads a stored record; null when it is none of ours. */
export const readDraftRecord = (value: unknown): DraftRecord | null => {
  const parsed = v.safeParse(draftRecordSchema, value)
  return parsed.success ? parsed.output : null
}
