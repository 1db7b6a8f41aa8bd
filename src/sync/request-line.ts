import * as v from 'valibot'
import { asFrame, FrameStream } from '../protocol/frame-stream.ts'
import {
  decodeLinePacket,
  encodeLinePacket,
  leftCode,
  maxPacketBytes,
  noBytes,
  type LinePacket,
} from '../protocol/line-packet.ts'
import { closeCode } from '../protocol/messages.ts'
import { openedLineSchema } from '../protocol/team-http.ts'
import type { UsedPart } from './ticket-socket.ts'

/** Between the tries of a request that did not come through; whoever holds the line ends it when it is dead. */
const retryMs = 1_000

/** Longer than the server waits before it says that there is nothing new. */
const answerLimitMs = 40_000

/** What a browser sends at most for a page that is going away. */
const maxLastBytes = 60_000

/** What y-websocket needs of a socket, carried by requests (rule 21). */
export class RequestLine implements Pick<WebSocket, UsedPart | 'readyState' | 'send' | 'close'> {
  readonly OPEN = 1
  binaryType: BinaryType = 'arraybuffer'
  onopen: WebSocket['onopen'] = null
  onmessage: WebSocket['onmessage'] = null
  onclose: WebSocket['onclose'] = null
  onerror: WebSocket['onerror'] = null
  readonly #address: string
  readonly #fetch: typeof fetch
  readonly #ended = new AbortController()
  readonly #incoming = new FrameStream()
  #line: string | null = null
  #received = 0
  /** What the server has not said that it has, and where that begins. */
  #outgoing: Uint8Array[] = []
  #sent = 0
  #isSending = false

  /** `address` is `https://host/api/drafts/<id>/line`. */
  constructor(address: string, ticket: string, send: typeof fetch) {
    this.#address = address
    this.#fetch = send
    void this.#open(ticket)
  }

  get readyState(): WebSocket['readyState'] {
    if (this.#ended.signal.aborted) return 3
    return this.#line === null ? 0 : 1
  }

  send(data: Parameters<WebSocket['send']>[0]): void {
    if (!(data instanceof Uint8Array)) throw new TypeError('only bytes go over a line by requests')
    if (this.readyState !== 1) return
    this.#outgoing.push(asFrame(data))
    if (!this.#isSending) void this.#sendAll()
  }

  /** Says goodbye, and what was not sent yet, without waiting for an answer. */
  close(): void {
    const line = this.#line
    if (this.#ended.signal.aborted) return
    this.#ended.abort()
    if (line === null) return
    const last = this.#next(maxLastBytes)
    const body = encodeLinePacket({ line, closed: leftCode, offset: this.#sent, bytes: last })
    const leaving = this.#fetch(`${this.#address}/send`, { ...post(body), keepalive: true })
    // The server notices by itself when nobody asks any more.
    leaving.catch(() => null)
  }

  async #open(ticket: string): Promise<void> {
    try {
      const answer = await this.#fetch(this.#address, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ticket }),
        signal: this.#limit(),
      })
      const opened = v.parse(openedLineSchema, await answer.json())
      if ('closed' in opened) return this.#end(opened.closed)
      this.#line = opened.line
    } catch {
      return this.#end(closeCode.tryLater)
    }
    if (this.#ended.signal.aborted) return
    this.onopen?.call(this.#asSocket, new Event('open'))
    // What cannot be read ends the line; the next one begins anew.
    this.#receiveAll(this.#line).catch(() => this.#end(closeCode.tryLater))
  }

  async #receiveAll(line: string): Promise<void> {
    while (!this.#ended.signal.aborted) {
      const packet = await this.#ask('receive', { line, closed: 0, offset: this.#received, bytes: noBytes })
      if (packet === null) continue
      if (packet.offset === this.#received) this.#take(packet.bytes)
      if (packet.closed !== 0) this.#end(packet.closed)
    }
  }

  #take(bytes: Uint8Array): void {
    this.#received += bytes.length
    for (const message of this.#incoming.push(bytes)) {
      const data = message.slice().buffer
      this.onmessage?.call(this.#asSocket, new MessageEvent('message', { data }))
    }
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true
    // One microtask later, so that what belongs together goes together.
    await Promise.resolve()
    while (this.#outgoing.length > 0 && this.#line !== null && !this.#ended.signal.aborted) {
      const bytes = this.#next(maxPacketBytes)
      const packet = await this.#ask('send', { line: this.#line, closed: 0, offset: this.#sent, bytes })
      if (packet === null) continue
      if (packet.closed !== 0) this.#end(packet.closed)
      else this.#forget(packet.offset - this.#sent)
    }
    this.#isSending = false
  }

  /** Null, after a while, when no answer of our server's came. */
  async #ask(what: 'send' | 'receive', packet: LinePacket): Promise<LinePacket | null> {
    try {
      const request = { ...post(encodeLinePacket(packet)), signal: this.#limit() }
      const answer = await this.#fetch(`${this.#address}/${what}`, request)
      // A proxy's own page is no packet, whatever its status.
      return decodeLinePacket(new Uint8Array(await answer.arrayBuffer()))
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retryMs))
      return null
    }
  }

  /** The next bytes to send, in one piece. */
  #next(maxBytes: number): Uint8Array {
    const bytes = new Uint8Array(
      Math.min(
        maxBytes,
        this.#outgoing.reduce((sum, { length }) => sum + length, 0),
      ),
    )
    let at = 0
    for (const frame of this.#outgoing) {
      bytes.set(frame.subarray(0, bytes.length - at), at)
      at += frame.length
      if (at >= bytes.length) break
    }
    return bytes
  }

  #forget(count: number): void {
    this.#sent += count
    let left = count
    while (left > 0) {
      const [first] = this.#outgoing
      if (!first) return
      if (first.length > left) this.#outgoing[0] = first.subarray(left)
      else this.#outgoing.shift()
      left -= first.length
    }
  }

  #end(code: number): void {
    if (this.#ended.signal.aborted) return
    this.#ended.abort()
    this.onclose?.call(this.#asSocket, { code, reason: '' } as CloseEvent)
  }

  #limit(): AbortSignal {
    return AbortSignal.any([this.#ended.signal, AbortSignal.timeout(answerLimitMs)])
  }

  get #asSocket(): WebSocket {
    return this as unknown as WebSocket
  }
}

const post = (body: Uint8Array): RequestInit => ({
  method: 'POST',
  credentials: 'same-origin',
  headers: { 'content-type': 'application/octet-stream' },
  body: body.slice(),
})
