import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { WebSocket, WebSocketServer } from 'ws'
import type { DocumentId } from '../../src/domain/document-id.ts'
import { documentAt } from '../../src/protocol/document-path.ts'
import { socketPath, socketProtocol } from '../../src/protocol/http.ts'
import { closeCode, maxFrameBytes } from '../../src/protocol/messages.ts'
import { isOwnOrigin } from '../access/origin.ts'
import { cookieNames, readCookie } from '../access/session-cookie.ts'
import { hashToken } from '../access/tokens.ts'
import type { Admitted, Entrance } from './entrance.ts'
import { readFairly } from './fair-reading.ts'
import { encodePresence } from './frames.ts'
import type { SocketDoor, Visit } from './socket-door.ts'
import { createSocketGuest } from './socket-guest.ts'

/** y-websocket drops a line on which it heard nothing for 30 s; also how long a dead line can go unnoticed. */
const heartbeatMs = 25_000

/** Whoever is turned away, or sent away at the end, and does not answer that for so long is cut off; `ws` waits 30 s. */
const closeTimeoutMs = 2_000

/** `ws` says 1009 to oversized frames, after which a client would come back and send the same again. */
class Socket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    const told = code === 1009 ? closeCode.tooLarge : code
    if (this.readyState === WebSocket.OPEN && told !== undefined) this.emit('ended', told)
    super.close(told, reason)
  }
}

/** The socket side of an HTTP server: every upgrade is accepted, then the socket is let in or closed with its reason. */
export interface SocketServer {
  /** Sends everyone away for a moment; resolves when all lines are closed. */
  close(): Promise<void>
}

export const attachSockets = (
  server: Server,
  entrance: Entrance,
  publicOrigin: string | null,
  door: SocketDoor,
  onEnded: (code: number) => void,
  log: Logger,
): SocketServer => {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
    WebSocket: Socket,
  })
  const answered = new WeakSet<WebSocket>()

  const admit = async (request: IncomingMessage, visit: Visit): Promise<Admitted | { code: number }> => {
    const { origin, host, cookie } = request.headers
    if (!isOwnOrigin({ origin, host, fetchSite: undefined }, publicOrigin)) return { code: closeCode.notAllowed }
    const documentId = documentIn(request.url)
    if (documentId === null) return { code: closeCode.absent }
    const session = readCookie(cookie, cookieNames(publicOrigin).session)
    const ticket = ticketIn(request.headers['sec-websocket-protocol'])
    if (session === undefined || ticket === null) return { code: closeCode.signedOut }
    return entrance.admit(visit, documentId, ticket, hashToken(session))
  }

  const upgrade = async (request: IncomingMessage, line: Duplex, head: Buffer): Promise<void> => {
    line.on('error', () => line.destroy())
    const visit = door.knock(request)
    const admission = visit ? await admit(request, visit) : { code: closeCode.tryLater }
    let isOpen = false
    sockets.handleUpgrade(request, line, head, (socket) => {
      isOpen = true
      socket.on('ended', onEnded)
      socket.once('close', () => visit?.leave())
      visit?.opened(socket)
      socket.on('error', (error) => log.debug({ err: error }, 'socket error'))
      if (!('code' in admission)) return join(socket, line, admission)
      turnAway(socket, admission.code)
      // They need no place, however long they take to go.
      visit?.leave()
    })
    // The line was gone, or no WebSocket, before anyone could come in.
    if (isOpen) return
    visit?.leave()
    if ('release' in admission) admission.release()
  }

  const turnAway = (socket: WebSocket, code: number): void => {
    const giveUp = setTimeout(() => socket.terminate(), closeTimeoutMs)
    socket.once('close', () => clearTimeout(giveUp))
    socket.close(code)
  }

  const join = (socket: WebSocket, line: Duplex, admitted: Admitted): void => {
    socket.binaryType = 'nodebuffer'
    answered.add(socket)
    const { member, sessionId } = admitted.seat.ticket
    const guest = createSocketGuest(socket, line, member, sessionId)
    const visitor = entrance.join(admitted, guest)
    readFairly(socket, line, visitor)
    socket.on('pong', () => answered.add(socket))
    socket.on('message', (data, isBinary) => {
      if (socket.readyState !== WebSocket.OPEN) return
      if (isBinary && data instanceof Buffer) visitor.take(data)
      else guest.close(closeCode.malformed)
    })
    socket.on('close', () => void visitor.leave())
  }

  const nobody = encodePresence([])
  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (socket.readyState !== WebSocket.OPEN) continue
      if (!answered.delete(socket)) socket.terminate()
      else {
        socket.ping()
        // Pings are invisible to a page, and a page in the background may renew its presence too rarely.
        socket.send(nobody)
      }
    }
  }, heartbeatMs)

  server.on('upgrade', (request: IncomingMessage, line: Duplex, head: Buffer) => {
    upgrade(request, line, head).catch((error: unknown) => {
      log.error({ err: error }, 'an upgrade failed')
      line.destroy()
    })
  })

  return {
    close: async () => {
      clearInterval(heartbeat)
      const closed = [...sockets.clients].map(
        (socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())),
      )
      for (const socket of sockets.clients) socket.close(closeCode.goingAway)
      const giveUp = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
      }, closeTimeoutMs)
      await Promise.all(closed)
      clearTimeout(giveUp)
    },
  }
}

/** The ticket among the offered subprotocols; the first, `socketProtocol`, is the one the server answers with. */
const ticketIn = (protocols: string | undefined): string | null => {
  const [name, ticket] = protocols?.split(',').map((each) => each.trim()) ?? []
  return name === socketProtocol && ticket !== undefined ? ticket : null
}

const documentIn = (url: string | undefined): DocumentId | null => {
  const path = url?.split('?', 1)[0] ?? ''
  return path.startsWith(socketPath) ? documentAt(path.slice(socketPath.length)) : null
}
