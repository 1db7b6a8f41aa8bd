import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { WebSocket, WebSocketServer } from 'ws'
import { isDraftId, type DraftId } from '../../src/domain/draft-id.ts'
import { socketPath, socketProtocol } from '../../src/protocol/http.ts'
import { accessChanged, closeCode, maxFrameBytes } from '../../src/protocol/messages.ts'
import { isOwnOrigin } from '../access/origin.ts'
import { cookieNames, readCookie } from '../access/session-cookie.ts'
import type { Tickets } from '../access/tickets.ts'
import { hashToken } from '../access/tokens.ts'
import { createFrameReader } from './connection.ts'
import { readFairly } from './fair-reading.ts'
import { createFrameTurns } from './frame-turns.ts'
import { encodePresence } from './frames.ts'
import type { LiveRoom } from './live-room.ts'
import type { Rooms } from './rooms.ts'
import type { Seat, Seats } from './seats.ts'
import type { SocketDoor, Visit } from './socket-door.ts'
import { createSocketGuest } from './socket-guest.ts'

/** y-websocket drops a line on which it heard nothing for 30 s; also how long a dead line can go unnoticed. */
const heartbeatMs = 25_000

const closeTimeoutMs = 2000

interface Admitted {
  seat: Seat
  room: LiveRoom
  release: () => void
}

type Admission = Admitted | { code: number }

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

/** What a socket comes in with, where it goes, and who hears of its refused updates. */
interface SocketCompany {
  tickets: Tickets
  seats: Seats
  rooms: Rooms
  noteRefused: (draftId: DraftId, memberId: string, why: string) => void
}

export const attachSockets = (
  server: Server,
  { tickets, seats, rooms, noteRefused }: SocketCompany,
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
  const turns = createFrameTurns()

  const admit = async (request: IncomingMessage, visit: Visit): Promise<Admission> => {
    const { origin, host, cookie } = request.headers
    if (!isOwnOrigin({ origin, host, fetchSite: undefined }, publicOrigin)) return { code: closeCode.notAllowed }
    const draftId = draftIdIn(request.url)
    if (!isDraftId(draftId)) return { code: closeCode.absent }
    const session = readCookie(cookie, cookieNames(publicOrigin).session)
    const offered = ticketIn(request.headers['sec-websocket-protocol'])
    if (session === undefined || offered === null) return { code: closeCode.signedOut }
    const ticket = tickets.redeem(offered, hashToken(session))
    if (ticket === null) return { code: closeCode.ticketUnusable }
    if (ticket.draftId !== draftId) return { code: closeCode.absent }
    if (!visit.sit(draftId, ticket.member.id)) return { code: closeCode.tryLater }
    // From here on a change of access reaches this socket, also while the room is being read.
    const seat = seats.take(ticket)
    try {
      const { room, release } = await rooms.enter(draftId)
      const leave = (): void => {
        seats.leave(seat)
        release()
      }
      const ended = seat.ended()
      if (ended === null) return { seat, room, release: leave }
      leave()
      return { code: ended }
    } catch (error) {
      seats.leave(seat)
      throw error
    }
  }

  /** A failure of ours must not look like an empty draft: come back later. */
  const admitSafely = (request: IncomingMessage, visit: Visit): Promise<Admission> =>
    admit(request, visit).catch((error: unknown) => {
      log.error({ err: error }, 'a socket could not be admitted')
      return { code: closeCode.tryLater }
    })

  const upgrade = async (request: IncomingMessage, line: Duplex, head: Buffer): Promise<void> => {
    line.on('error', () => line.destroy())
    const visit = door.knock(request)
    const admission = visit ? await admitSafely(request, visit) : { code: closeCode.tryLater }
    let isOpen = false
    sockets.handleUpgrade(request, line, head, (socket) => {
      isOpen = true
      socket.on('ended', onEnded)
      socket.once('close', () => visit?.leave())
      visit?.opened(socket)
      socket.on('error', (error) => log.debug({ err: error }, 'socket error'))
      if ('code' in admission) socket.close(admission.code)
      else join(socket, line, admission)
    })
    // The line was gone, or no WebSocket, before anyone could come in.
    if (isOpen) return
    visit?.leave()
    if ('release' in admission) admission.release()
  }

  const join = (socket: WebSocket, line: Duplex, { seat, room, release }: Admitted): void => {
    socket.binaryType = 'nodebuffer'
    answered.add(socket)
    const guest = createSocketGuest(socket, line, seat.ticket.member, seat.ticket.sessionId)
    const receive = createFrameReader(
      guest,
      () => seat.role(),
      room,
      (why) => noteRefused(seat.ticket.draftId, seat.ticket.member.id, why),
    )
    const lane = turns.open((frame) => {
      if (!guest.isSentAway()) receive(frame)
    })
    readFairly(socket, line, {
      isBehind: () => !lane.isEmpty(),
      whenStored: async () => {
        await lane.whenEmpty()
        await room.whenStored()
      },
    })
    socket.on('pong', () => answered.add(socket))
    socket.on('message', (data, isBinary) => {
      if (socket.readyState !== WebSocket.OPEN) return
      if (isBinary && data instanceof Buffer) lane.take(data)
      else guest.close(closeCode.malformed)
    })
    /** Who says something and goes is heard out. */
    const leave = async (): Promise<void> => {
      await lane.whenEmpty()
      room.leave(guest)
      release()
    }
    socket.on('close', () => void leave())
    room.join(guest)
    const tellChange = (): void => {
      const ended = seat.ended()
      if (ended === null) guest.send(accessChanged)
      else guest.close(ended)
    }
    seat.onChange = tellChange
    if (seat.ended() !== null || seat.role() !== seat.ticket.member.role) tellChange()
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

const draftIdIn = (url: string | undefined): string | null => {
  const path = url?.split('?', 1)[0] ?? ''
  return path.startsWith(socketPath) ? path.slice(socketPath.length) : null
}
