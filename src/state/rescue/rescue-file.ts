import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { digest } from 'lib0/hash/sha256'
import * as v from 'valibot'
import { isDraftId, type DraftId } from '../../domain/draft-id.ts'
import { maxDraftBytes } from '../../domain/draft-size.ts'

/** What one `.eoi` file holds. README.md in this folder has its bytes and its rules. */
export interface RescueFile {
  draftId: DraftId
  callId: string
  title: string
  /** In ms since 1970, by the clock of the device. */
  savedAt: number
  /** As the others see them. */
  by: { name: string; organisation: string }
  /** The whole draft as a Yjs update. */
  content: Uint8Array
  /** The discussion as a Yjs update; empty where nothing of it was on the device, or the app was of before. */
  discussion: Uint8Array
  /** What the server had not acknowledged, oldest first; it is in `content` too. */
  waiting: readonly { at: number; places: readonly string[]; update: Uint8Array }[]
  /** For each page of which something waits, what its ids go on with; see `bringIn`. */
  seeds: ReadonlyMap<number, string>
}

/** Why a file cannot be read. */
export type RescueProblem = 'not-a-rescue-file' | 'damaged' | 'too-new' | 'too-large'
export type ReadRescueFile = { ok: true; file: RescueFile } | { ok: false; problem: RescueProblem }

/** Like PNG's: a file sent through a text mode is found out by its line ends. */
const magic = [0x89, 0x45, 0x4f, 0x49, 0x0d, 0x0a, 0x1a, 0x0a]
const formatVersion = 1
const checksumBytes = 32
const headerBytes = magic.length + 1 + 4 + checksumBytes

/** So large a file is not even read; a draft of the largest size and everything of it waiting stays far below. */
export const maxFileBytes = 3 * maxDraftBytes
const maxBodyBytes = 6 * maxDraftBytes
const maxHeadBytes = 4 * 1_048_576
const maxWaiting = 100_000
const maxPages = 1000

const headSchema = v.object({
  draftId: v.custom<DraftId>(isDraftId),
  callId: v.pipe(v.string(), v.maxLength(60)),
  title: v.pipe(v.string(), v.maxLength(10_000)),
  savedAt: v.pipe(v.number(), v.finite()),
  by: v.object({
    name: v.pipe(v.string(), v.maxLength(500)),
    organisation: v.pipe(v.string(), v.maxLength(500)),
  }),
  waiting: v.pipe(
    v.array(v.object({ at: v.pipe(v.number(), v.finite()), places: v.pipe(v.array(v.string()), v.maxLength(1000)) })),
    v.maxLength(maxWaiting),
  ),
  seeds: v.pipe(
    v.array(
      v.tuple([
        v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff)),
        v.pipe(v.string(), v.maxLength(200)),
      ]),
    ),
    v.maxLength(maxPages),
  ),
})

export const writeRescueFile = async (file: RescueFile): Promise<Uint8Array<ArrayBuffer>> => {
  const { content, discussion, waiting, seeds, ...about } = file
  const head = { ...about, waiting: waiting.map(({ at, places }) => ({ at, places })), seeds: [...seeds] }
  const body = encoding.createEncoder()
  encoding.writeVarUint8Array(body, new TextEncoder().encode(JSON.stringify(head)))
  encoding.writeVarUint8Array(body, content)
  encoding.writeVarUint8Array(body, discussion)
  for (const { update } of waiting) encoding.writeVarUint8Array(body, update)
  const plain = encoding.toUint8Array(body)
  const deflated = await inflateOrDeflate(plain, new CompressionStream('deflate-raw'), Infinity)

  const bytes = new Uint8Array(headerBytes + deflated.length)
  bytes.set(magic)
  bytes[magic.length] = formatVersion
  new DataView(bytes.buffer).setUint32(magic.length + 1, plain.length)
  bytes.set(deflated, headerBytes)
  bytes.set(checksum(bytes), headerBytes - checksumBytes)
  return bytes
}

/** Reads what may be anybody's bytes: nothing is believed before it is measured, and nothing throws. */
export const readRescueFile = async (bytes: Uint8Array): Promise<ReadRescueFile> => {
  if (bytes.length > maxFileBytes) return problem('too-large')
  if (magic.some((byte, index) => bytes[index] !== byte)) return problem('not-a-rescue-file')
  const version = bytes[magic.length]
  if (version !== undefined && version > formatVersion) return problem('too-new')
  if (bytes.length <= headerBytes || version !== formatVersion) return problem('damaged')
  const announced = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length + 1)
  if (announced > maxBodyBytes) return problem('too-large')
  const written = bytes.subarray(headerBytes - checksumBytes, headerBytes)
  if (checksum(bytes).some((byte, index) => byte !== written[index])) return problem('damaged')
  try {
    const stream = new DecompressionStream('deflate-raw')
    const body = await inflateOrDeflate(bytes.subarray(headerBytes), stream, announced)
    return body.length === announced ? { ok: true, file: readBody(body) } : problem('damaged')
  } catch {
    return problem('damaged')
  }
}

const problem = (name: RescueProblem): ReadRescueFile => ({ ok: false, problem: name })

const readBody = (body: Uint8Array): RescueFile => {
  const decoder = decoding.createDecoder(body)
  const part = (): Uint8Array => decoding.readVarUint8Array(decoder).slice()
  const json = decoding.readVarUint8Array(decoder)
  if (json.length > maxHeadBytes) throw new RangeError('the head is too long')
  const head = v.parse(headSchema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)))
  const content = part()
  const discussion = part()
  const waiting = head.waiting.map((about) => ({ ...about, update: part() }))
  if (decoding.hasContent(decoder)) throw new RangeError('something follows')
  return { ...head, content, discussion, waiting, seeds: new Map(head.seeds) }
}

/** Over everything but itself. */
const checksum = (bytes: Uint8Array): Uint8Array => {
  const rest = new Uint8Array(bytes.length - checksumBytes)
  rest.set(bytes.subarray(0, headerBytes - checksumBytes))
  rest.set(bytes.subarray(headerBytes), headerBytes - checksumBytes)
  return digest(rest)
}

/** Throws once more than `most` bytes come out, without asking for the rest: a small file can hold a huge one. */
const inflateOrDeflate = async (
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  let length = 0
  const reader = new Blob([bytes.slice()]).stream().pipeThrough(stream).getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const part = next.value as Uint8Array
    length += part.length
    if (length > most) {
      await reader.cancel().catch(() => null)
      throw new RangeError('more than announced')
    }
    parts.push(part)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
