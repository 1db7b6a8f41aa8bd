import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** The numbers that open a frame. 0 and 1 are y-websocket's own; see README for the rules of the others. */
export const messageType = {
  sync: 0,
  awareness: 1,
  mark: 100,
  stored: 101,
  digest: 102,
  sayDigest: 103,
  reload: 104,
  access: 110,
} as const

/** The sync protocol's three kinds, second number of a sync frame (y-protocols/sync). */
export const syncType = { step1: 0, step2: 1, update: 2 } as const

/** No frame is larger, in bytes. */
export const maxFrameBytes = 1_048_576

/**
 * Codes with which the server ends a socket. 4400–4499 are final for y-websocket 3.1 (it stops reconnecting and emits
 * `closed`), all others mean "come back later".
 */
export const closeCode = {
  malformed: 4400,
  signedOut: 4401,
  notAllowed: 4403,
  absent: 4404,
  takenId: 4409,
  forged: 4410,
  writtenAgain: 4411,
  tooLarge: 4413,
  draftFull: 4414,
  tooMany: 4415,
  unfit: 4422,
  incomplete: 4424,
  appTooOld: 4426,
  storeFailed: 4500,
  ticketUnusable: 4510,
  goingAway: 1012,
  tryLater: 1013,
} as const

/** "Tell me when everything I sent before this is on disk." `n` is the sender's own number, growing. */
export const encodeMark = (n: number): Uint8Array => encodeNumbered(messageType.mark, n)

/** "Everything you sent before mark `n` is on disk." */
export const encodeStored = (n: number): Uint8Array => encodeNumbered(messageType.stored, n)

/** "What you may do here, or who is here, has changed: ask over HTTP." */
export const accessChanged = Uint8Array.of(messageType.access)

/** "Say again what you read", the server's question number `n`. */
export const encodeSayDigest = (n: number): Uint8Array => encodeNumbered(messageType.sayDigest, n)

/** "What you read is not what is stored: take it from me anew." */
export const encodeReload = (): Uint8Array => Uint8Array.of(messageType.reload)

const encodeNumbered = (type: number, n: number): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint(encoder, n)
  return encoding.toUint8Array(encoder)
}

/** Reads the number of a mark or stored message whose type was already read. Throws on truncated input. */
export const readNumber = (decoder: decoding.Decoder): number => decoding.readVarUint(decoder)
