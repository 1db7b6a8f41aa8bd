import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * What travels in the bodies of a line by requests, both ways (rule 21). Each direction is one stream of bytes, the
 * frames a socket would carry, and every packet says where in it its bytes stand: what comes twice is passed over, and
 * nothing can be missing in between.
 */
export interface LinePacket {
  /** The line's secret; empty in answers. */
  line: string
  /** The close code once the line has ended, 0 while it is open. */
  closed: number
  /** Where `bytes` begin, counted from the line's first byte. Without bytes: how far the other direction was received. */
  offset: number
  bytes: Uint8Array
}

/** Most bytes of the stream in one packet; below what any request to our server may be long. */
export const maxPacketBytes = 196_608

/** What a page says as `closed` when it leaves. */
export const leftCode = 1000

export const noBytes = new Uint8Array(0)

export const encodeLinePacket = ({ line, closed, offset, bytes }: LinePacket): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, line)
  encoding.writeVarUint(encoder, closed)
  encoding.writeVarUint(encoder, offset)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** Throws when it is none. */
export const decodeLinePacket = (packet: Uint8Array): LinePacket => {
  const decoder = decoding.createDecoder(packet)
  const line = decoding.readVarString(decoder)
  const closed = decoding.readVarUint(decoder)
  const offset = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (decoding.hasContent(decoder)) throw new RangeError('bytes after the end of a packet')
  return { line, closed, offset, bytes }
}
