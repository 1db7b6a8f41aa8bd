import type { Outcome, Refusal } from '../domain/refusal.ts'
import { socketProtocol } from '../protocol/http.ts'
import { closeCode } from '../protocol/messages.ts'

/** What y-websocket does with a socket. */
type UsedPart = 'OPEN' | 'binaryType' | 'onopen' | 'onmessage' | 'onclose' | 'onerror'

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
 * `onRefused` hears a final refusal itself, which says more than a code.
 */
export const socketWithTicket = (
  Socket: typeof WebSocket,
  askTicket: () => Promise<Outcome<string>>,
  onRefused: (refusal: Refusal) => void,
): typeof WebSocket => {
  class TicketSocket implements Pick<WebSocket, UsedPart | 'readyState' | 'send' | 'close'> {
    readonly OPEN = 1
    binaryType: BinaryType = 'arraybuffer'
    onopen: WebSocket['onopen'] = null
    onmessage: WebSocket['onmessage'] = null
    onclose: WebSocket['onclose'] = null
    onerror: WebSocket['onerror'] = null
    #socket: WebSocket | null = null
    #isClosed = false

    constructor(address: string | URL) {
      askTicket()
        .catch(() => ({ ok: false, refusal: 'unreachable' }) as const)
        .then((ticket) => this.#connect(address, ticket))
        // A browser that refuses to make a socket at all: y-websocket tries again.
        .catch(() => this.#end(closeCode.tryLater))
    }

    get readyState(): WebSocket['readyState'] {
      if (this.#isClosed) return 3
      return this.#socket?.readyState ?? 0
    }

    send(data: Parameters<WebSocket['send']>[0]): void {
      this.#socket?.send(data)
    }

    close(): void {
      this.#isClosed = true
      this.#socket?.close()
    }

    #connect(address: string | URL, ticket: Outcome<string>): void {
      if (this.#isClosed) return
      if (!ticket.ok) {
        const code = closeCodeOf(ticket.refusal)
        if (code !== closeCode.tryLater) onRefused(ticket.refusal)
        return this.#end(code)
      }
      const socket = new Socket(address, [socketProtocol, ticket.value])
      this.#socket = socket
      socket.binaryType = this.binaryType
      const self = this as unknown as WebSocket
      socket.onopen = (event) => this.onopen?.call(self, event)
      socket.onmessage = (event) => this.onmessage?.call(self, event)
      // Detached handlers are read late: y-websocket replaces them when it lets go of a socket.
      socket.onerror = (event) => this.onerror?.call(self, event)
      socket.onclose = (event) => this.onclose?.call(self, event)
    }

    #end(code: number): void {
      if (this.#isClosed) return
      this.#isClosed = true
      this.onclose?.call(this as unknown as WebSocket, { code, reason: '' } as CloseEvent)
    }
  }
  return TicketSocket as unknown as typeof WebSocket
}
