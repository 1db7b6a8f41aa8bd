declare const brand: unique symbol
/** Names one draft everywhere: 26 characters a–z and 0–9, about 128 random bits. Never a path, never guessable. */
export type DraftId = string & { readonly [brand]: 'DraftId' }

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

export const isDraftId = (value: unknown): value is DraftId => typeof value === 'string' && /^[a-z0-9]{26}$/.test(value)

/** Makes an id from at least 26 random bytes, so that a draft can be started without the server. */
export const createDraftId = (randomBytes: Uint8Array): DraftId =>
  Array.from(randomBytes.subarray(0, 26), (byte) => alphabet[byte & 31]).join('') as DraftId
