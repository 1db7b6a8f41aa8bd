import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { encodeMark, encodeStored, messageType, syncType } from '../protocol/messages.ts'

/** Frames up to this length go as they are; longer ones hold much offline work, or a large paste. */
const wholeBytes = 32_768

const partBytes = 16_384

/** So many parts go together at most; one at first, twice as many after each quick answer. */
const mostAtOnce = 16
const quickAnswerMs = 500

/** A mark whose answer says nothing but that what came before it is on disk. */
const partMark = encodeMark(0)
const partStored = encodeStored(0)

/**
 * Sends what is long in parts, each when those before it are on the server's disk: below its limits, on a slow line too,
 * and not from the beginning again when the line breaks. What is sent meanwhile goes after it.
 */
export class Delivery {
  readonly #onChange: () => void
  #send: ((frame: Uint8Array) => void) | null = null
  #queue: Uint8Array[] = []
  #isUnderWay = false
  #total = 0
  #done = 0
  #askedAt: number | null = null
  #answered: () => void = () => undefined

  /** `onChange` hears of each step, the last one included. */
  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get isUnderWay(): boolean {
    return this.#isUnderWay
  }

  /** How much of it is on the server's disk; null while nothing is sent in parts. */
  get percent(): number | null {
    return this.#total === 0 ? null : Math.floor((100 * this.#done) / this.#total)
  }

  /** How long the part sent last has waited for its answer, in ms. */
  waitedMs(nowMs: number): number {
    return this.#askedAt === null ? 0 : nowMs - this.#askedAt
  }

  /** Begins on a new line. */
  begin(send: (frame: Uint8Array) => void): void {
    this.#reset()
    this.#send = send
  }

  /** The line that began with this has ended; what was not sent comes with the first exchange on the next one. */
  end(send: (frame: Uint8Array) => void): void {
    if (this.#send === send) this.#reset()
  }

  #reset(): void {
    this.#send = null
    this.#queue = []
    this.#total = 0
    this.#done = 0
    this.#askedAt = null
    this.#isUnderWay = false
    this.#answered()
  }

  send(frame: Uint8Array): void {
    if (!this.#isUnderWay && frame.length <= wholeBytes) return this.#send?.(frame)
    this.#queue.push(frame)
    if (!this.#isUnderWay && this.#send) void this.#sendAll(this.#send)
  }

  /** Looks at what the server says. */
  heard(message: Uint8Array): void {
    if (message.length === partStored.length && message.every((byte, at) => byte === partStored[at])) this.#answered()
  }

  async #sendAll(send: (frame: Uint8Array) => void): Promise<void> {
    this.#isUnderWay = true
    while (this.#queue.length > 0 && this.#send === send) {
      const frame = this.#queue[0] ?? new Uint8Array(0)
      const parts = frame.length > wholeBytes ? await partsOf(frame) : [frame]
      if (this.#send !== send) return
      this.#queue.shift()
      if (parts.length === 1) send(frame)
      else await this.#sendParts(parts, send)
    }
    if (this.#send !== send) return
    this.#isUnderWay = false
    this.#total = 0
    this.#done = 0
    this.#onChange()
  }

  async #sendParts(parts: readonly Uint8Array[], send: (frame: Uint8Array) => void): Promise<void> {
    this.#total += parts.reduce((sum, { length }) => sum + length, 0)
    let atOnce = 1
    for (let from = 0; from < parts.length && this.#send === send;) {
      this.#onChange()
      const these = parts.slice(from, from + atOnce)
      const sentAt = Date.now()
      this.#askedAt = sentAt
      const answered = new Promise<void>((resolve) => {
        this.#answered = resolve
      })
      for (const part of these) send(part)
      send(partMark)
      await answered
      if (this.#send !== send) return
      this.#askedAt = null
      this.#done += these.reduce((sum, { length }) => sum + length, 0)
      from += these.length
      atOnce = Date.now() - sentAt < quickAnswerMs ? Math.min(2 * atOnce, mostAtOnce) : Math.max(1, atOnce >> 1)
    }
  }
}

/** The frame in frames of the same kind; itself where it is no update that can be cut. */
const partsOf = async (frame: Uint8Array): Promise<Uint8Array[]> => {
  try {
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== messageType.sync) return [frame]
    const kind = decoding.readVarUint(decoder)
    if (kind !== syncType.step2 && kind !== syncType.update) return [frame]
    // Rarely needed, so it does not stand in the way of the first page.
    const { cutUpdate } = await import('../document/update-parts.ts')
    return cutUpdate(decoding.readVarUint8Array(decoder), partBytes).map((part) => asSync(kind, part))
  } catch {
    return [frame]
  }
}

const asSync = (kind: number, update: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}
