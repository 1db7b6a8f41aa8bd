import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageType } from './messages.ts'

/** What a page reads (rule 19): `answers` is the number of the server's question, 0 when nobody asked. */
export interface DigestReport {
  answers: number
  stateVector: Uint8Array
  digest: string
}

export const encodeDigestReport = ({ answers, stateVector, digest }: DigestReport): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.digest)
  encoding.writeVarUint(encoder, answers)
  encoding.writeVarUint8Array(encoder, stateVector)
  encoding.writeVarString(encoder, digest)
  return encoding.toUint8Array(encoder)
}

/** Reads a report whose type was already read. Throws on truncated input. */
export const readDigestReport = (decoder: decoding.Decoder): DigestReport => ({
  answers: decoding.readVarUint(decoder),
  stateVector: decoding.readVarUint8Array(decoder),
  digest: decoding.readVarString(decoder),
})
