import * as v from 'valibot'
import { personSchema } from './person.ts'
import { may, type Role } from './role.ts'

/*
 * What is said about a draft. Entries are only ever added: whoever changes, takes back, resolves or accepts something says
 * so in an entry of its own. Times in ms since 1970 by the writer's device, which nobody vouches for.
 */

export type EntryId = string
export const isEntryId = (value: unknown): value is EntryId => typeof value === 'string' && /^[a-z2-7]{20}$/.test(value)
const entryId = v.custom<EntryId>(isEntryId)

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** Makes an id from at least 20 random bytes. */
export const createEntryId = (randomBytes: Uint8Array): EntryId =>
  Array.from(randomBytes.subarray(0, 20), (byte) => alphabet[byte & 31]).join('')

/** No entry is longer, in UTF-16 units of its JSON. */
export const maxEntryLength = 65_536
/** The longest comment, in UTF-16 units. */
export const maxWords = 5_000
/** Of the words a comment is about, so many are kept with it. */
export const maxQuote = 1_000
/** The longest passage one suggestion may reach over, in UTF-16 units. */
export const maxSuggested = 20_000

/** Who says it. `member` is empty while the server does not know the draft. The server takes no other person's. */
const author = v.object({ ...personSchema.entries, member: v.pipe(v.string(), v.maxLength(64)) })
export type EntryAuthor = v.InferOutput<typeof author>

const sectionId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,59}$/))

/** A Yjs relative position into the section's text, encoded and in base64; it may lead nowhere. */
const position = v.pipe(v.string(), v.maxLength(200))

/** From one place in a section's text up to another, with the words that stood there. */
const passage = {
  section: sectionId,
  from: position,
  to: position,
  quote: v.pipe(v.string(), v.maxLength(maxSuggested)),
}
export type Passage = v.InferOutput<v.ObjectSchema<typeof passage, undefined>>

const subject = v.variant('on', [
  v.object({ on: v.literal('text'), ...passage, quote: v.pipe(v.string(), v.maxLength(maxQuote)) }),
  v.object({ on: v.literal('section'), section: sectionId }),
  /** `field` is a field's id, or the key of a partner's. */
  v.object({ on: v.literal('field'), field: v.pipe(v.string(), v.minLength(1), v.maxLength(120)) }),
  v.object({ on: v.literal('draft') }),
])
export type Subject = v.InferOutput<typeof subject>

const mention = v.variant('of', [
  v.object({ of: v.literal('member'), member: v.pipe(v.string(), v.maxLength(64)), name: personSchema.entries.name }),
  v.object({ of: v.literal('organisation'), name: personSchema.entries.organisation }),
])
export type Mention = v.InferOutput<typeof mention>

const words = v.pipe(v.string(), v.minLength(1), v.maxLength(maxWords))
const mentions = v.pipe(v.array(mention), v.maxLength(30))

/** `null` ends a format; only formats the editor knows are ever applied. */
const formats = v.record(v.pipe(v.string(), v.maxLength(20)), v.union([v.string(), v.number(), v.boolean(), v.null()]))

/** One piece of a proposed change, counted in UTF-16 units from the passage's start, as in a Yjs delta. */
const suggestedOp = v.union([
  v.strictObject({ retain: v.pipe(v.number(), v.integer(), v.minValue(1)), formats: v.optional(formats) }),
  v.strictObject({ insert: v.pipe(v.string(), v.minLength(1), v.maxLength(maxSuggested)), formats }),
  v.strictObject({ delete: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
])
export type SuggestedOp = v.InferOutput<typeof suggestedOp>

/** The last moment that a date can tell, less one that may follow it. */
export const lastMoment = 8_640_000_000_000_000 - 1
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(lastMoment))

const said = { by: author, at: moment }
const about = { ...said, of: entryId }

export const entrySchema = v.variant('type', [
  v.object({ type: v.literal('comment'), ...said, subject, words, mentions }),
  /** Another wording for the passage: `change` applies where its quote still stands. `words` say why, or are empty. */
  v.object({
    type: v.literal('suggestion'),
    ...said,
    ...passage,
    change: v.pipe(v.array(suggestedOp), v.minLength(1), v.maxLength(2_000)),
    words: v.pipe(v.string(), v.maxLength(maxWords)),
    mentions,
  }),
  /** `of` is the comment or suggestion that is answered. */
  v.object({ type: v.literal('reply'), ...about, words, mentions }),
  /** New words for one's own comment or reply. */
  v.object({ type: v.literal('edited'), ...about, words, mentions }),
  /** Takes back one's own comment, reply or suggestion. */
  v.object({ type: v.literal('withdrawn'), ...about }),
  v.object({ type: v.literal('resolved'), ...about }),
  v.object({ type: v.literal('reopened'), ...about }),
  /** `wrote` names the characters that came into the text with it: Yjs client id, first clock, clock behind the last. */
  v.object({
    type: v.literal('accepted'),
    ...about,
    wrote: v.pipe(v.array(v.tuple([v.number(), v.number(), v.number()])), v.maxLength(2_000)),
  }),
  v.object({ type: v.literal('declined'), ...about, words: v.pipe(v.string(), v.maxLength(maxWords)) }),
])
export type Entry = v.InferOutput<typeof entrySchema>
export type EntryType = Entry['type']
export type EntryOf<T extends EntryType> = Extract<Entry, { type: T }>

/** What somebody adds; who and when is known by whoever takes it. */
export type NewEntry = { [T in EntryType]: Omit<EntryOf<T>, 'by' | 'at'> }[EntryType]

/** What every entry has, of whatever kind a newer app writes. */
const anyEntry = v.looseObject({ type: v.pipe(v.string(), v.minLength(1), v.maxLength(40)), ...said })
export type AnyEntry = v.InferOutput<typeof anyEntry>

/** Thousands of nonsense values in an entry would each be told of. */
const firstFault = { abortEarly: true }

const known = new Set<string>(entrySchema.options.map(({ entries }) => entries.type.literal))

/**
 * Reads an entry as it is stored: one of a kind we know, one of a newer app's (`newer`), or null for what is neither.
 * Never throws, whatever a peer wrote.
 */
export const readEntry = (json: unknown): { entry: Entry } | { newer: AnyEntry } | null => {
  if (typeof json !== 'string' || json.length > maxEntryLength) return null
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return null
  }
  const any = v.safeParse(anyEntry, value, firstFault)
  if (!any.success) return null
  if (!known.has(any.output.type)) return { newer: any.output }
  const parsed = v.safeParse(entrySchema, value, firstFault)
  return parsed.success ? { entry: parsed.output } : null
}

/** Accepting and declining changes or settles the text's wording; everything else is talk. */
export const mayAdd = (role: Role, type: string): boolean =>
  may(role, type === 'accepted' || type === 'declined' ? 'write-content' : 'discuss')

/** Entries that only the author of what they are about may add. */
export const isForOwn = (type: string): boolean => type === 'edited' || type === 'withdrawn'

/** Whether two entries were written by one person. Before the server knew the draft only its starter wrote in it. */
export const isSameAuthor = (a: EntryAuthor, b: EntryAuthor): boolean =>
  a.member !== '' && b.member !== '' ? a.member === b.member : a.name === b.name && a.organisation === b.organisation
