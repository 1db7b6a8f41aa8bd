import type { Outcome, Refusal } from '../domain/refusal.ts'
import { socketPath, socketProtocol } from '../protocol/http.ts'
import { closeCode } from '../protocol/messages.ts'
import type { Delivery } from './delivery.ts'
import { lineChoiceFor, openLimitMs, type LineChoice } from './line-choice.ts'

/** What y-websocket does with a socket. */
export type UsedPart = 'OPEN' | 'binaryType' | 'onopen' | 'onmessage' | 'onclose' | 'onerror'
type Carrier = Pick<WebSocket, UsedPart | 'readyState' | 'send' | 'close'>

/** Without `requests` there are only sockets, without `delivery` frames go as they are however long. */
interface LineOptions {
  requests?: { send: typeof fetch; tryAgainMs: number }
  delivery?: Delivery
}

/** The close code y-websocket understands for a refused ticket: final ones end the line, others are tried again. */
const closeCodeOf = (refusal: Refusal): number => {
  switch (refusal) {
    case 'signed-out':
      return closeCode.signedOut
    case 'absent':
      return closeCode.absent
    case 'unreachable':
    case 'busy':
      return closeCode.tryLater
    default:
      return closeCode.notAllowed
  }
}

/**
 * A socket class for y-websocket that fetches a ticket for each connection before it connects (rule 16), so that every
 * reconnection of y-websocket's own brings a fresh one. A refused ticket looks like a socket the server has closed;
 * `onRefused` hears a final refusal itself, which says more than a code. Where sockets do not get through although
 * tickets do, the same frames go by requests (rule 21).
 */
export const socketWithTicket = (
  Socket: typeof WebSocket,
  askTicket: () => Promise<Outcome<string>>,
  onRefused: (refusal: Refusal) => void,
  { requests, delivery }: LineOptions = {},
): typeof WebSocket => {
  class TicketSocket implements Carrier {
    readonly OPEN = 1
    binaryType: BinaryType = 'arraybuffer'
    onopen: WebSocket['onopen'] = null
    onmessage: WebSocket['onmessage'] = null
    onclose: WebSocket['onclose'] = null
    onerror: WebSocket['onerror'] = null
    readonly #address: URL
    readonly #choice: LineChoice
    #carrier: Carrier | null = null
    #send: (frame: Uint8Array) => void = () => undefined
    #isClosed = false
    #timer: ReturnType<typeof setTimeout> | null = null

    constructor(address: string | URL) {
      this.#address = new URL(address)
      this.#choice = lineChoiceFor(this.#address.host)
      askTicket()
        .catch(() => ({ ok: false, refusal: 'unreachable' }) as const)
        .then((ticket) => this.#connect(ticket))
        // A browser that refuses to make a socket at all: y-websocket tries again.
        .catch(() => this.#end(closeCode.tryLater))
    }

    get readyState(): WebSocket['readyState'] {
      if (this.#isClosed) return 3
      return this.#carrier?.readyState ?? 0
    }

    send(data: Parameters<WebSocket['send']>[0]): void {
      if (delivery && data instanceof Uint8Array) delivery.send(data)
      else this.#carrier?.send(data)
    }

    close(): void {
      this.#isClosed = true
      this.#stopTimer()
      delivery?.end(this.#send)
      this.#carrier?.close()
    }

    async #connect(ticket: Outcome<string>): Promise<void> {
      if (this.#isClosed) return
      if (!ticket.ok) {
        const code = closeCodeOf(ticket.refusal)
        if (code !== closeCode.tryLater) onRefused(ticket.refusal)
        this.#end(code)
      } else if (requests && this.#choice.usesRequests) await this.#goByRequests(ticket.value, requests)
      else this.#goBySocket(ticket.value)
    }

    #goBySocket(ticket: string): void {
      const socket = new Socket(this.#address, [socketProtocol, ticket])
      let isOpen = false
      this.#timer = setTimeout(() => {
        if (isOpen) return
        this.#choice.failed(true)
        socket.close()
        this.#end(closeCode.tryLater)
      }, openLimitMs)
      this.#listenTo(socket, {
        opened: () => {
          isOpen = true
          this.#choice.opened()
        },
        closed: () => {
          if (!isOpen && !this.#isClosed) this.#choice.failed(false)
        },
      })
    }

    async #goByRequests(ticket: string, { send, tryAgainMs }: NonNullable<typeof requests>): Promise<void> {
      const { RequestLine } = await import('./request-line.ts')
      if (this.#isClosed) return
      const { protocol, host, pathname } = this.#address
      const path = `/api/drafts/${pathname.slice(socketPath.length)}/line`
      const line = new RequestLine(`${protocol.replace('ws', 'http')}//${host}${path}`, ticket, send)
      this.#listenTo(line, { opened: () => this.#lookForSockets(tryAgainMs), closed: () => this.#stopTimer() })
    }

    /** A socket without a ticket is let in nowhere, but it opens where sockets get through. */
    #lookForSockets(everyMs: number): void {
      this.#timer = setTimeout(() => {
        const probe = new Socket(this.#address)
        probe.onopen = () => {
          probe.close()
          this.#choice.opened()
          this.#carrier?.close()
          this.#end(closeCode.tryLater)
        }
        probe.onerror = () => undefined
        this.#lookForSockets(everyMs)
      }, everyMs)
    }

    #listenTo(carrier: Carrier, on: { opened: () => void; closed: () => void }): void {
      this.#carrier = carrier
      this.#send = (frame) => carrier.send(frame.slice())
      carrier.binaryType = this.binaryType
      const self = this as unknown as WebSocket
      carrier.onopen = (event) => {
        this.#stopTimer()
        on.opened()
        delivery?.begin(this.#send)
        this.onopen?.call(self, event)
      }
      carrier.onmessage = (event: MessageEvent<ArrayBuffer>) => {
        delivery?.heard(new Uint8Array(event.data))
        this.onmessage?.call(self, event)
      }
      // Detached handlers are read late: y-websocket replaces them when it lets go of a socket.
      carrier.onerror = (event) => this.onerror?.call(self, event)
      carrier.onclose = (event) => {
        this.#stopTimer()
        delivery?.end(this.#send)
        on.closed()
        this.onclose?.call(self, event)
      }
    }

    #stopTimer(): void {
      if (this.#timer !== null) clearTimeout(this.#timer)
      this.#timer = null
    }

    #end(code: number): void {
      if (this.#isClosed) return
      this.#isClosed = true
      this.#stopTimer()
      delivery?.end(this.#send)
      this.onclose?.call(this as unknown as WebSocket, { code, reason: '' } as CloseEvent)
    }
  }
  return TicketSocket as unknown as typeof WebSocket
}
