import type { IncomingMessage } from 'node:http'
import type { DocumentId } from '../../src/domain/document-id.ts'
import { FrameStream, MessageTooLong } from '../../src/protocol/frame-stream.ts'
import { leftCode, noBytes, type LinePacket } from '../../src/protocol/line-packet.ts'
import { closeCode, maxFrameBytes } from '../../src/protocol/messages.ts'
import { createToken } from '../access/tokens.ts'
import type { Entrance, Visitor } from './entrance.ts'
import { encodePresence } from './frames.ts'
import { createRequestGuest, type RequestGuest } from './request-guest.ts'
import type { SocketDoor } from './socket-door.ts'

/** Lines of people whose network lets no WebSocket through: the same frames, carried by requests (rule 21). */
export interface RequestLines {
  /** Lets somebody in; the line's secret, or the close code that a socket would have had. */
  open(
    request: IncomingMessage,
    documentId: DocumentId,
    ticket: string,
    sessionId: string,
  ): Promise<{ line: string } | { closed: number }>
  /** Takes what the packet brings that has not come before; answers when it is on disk. */
  send(packet: LinePacket, sessionId: string | null): Promise<LinePacket>
  /** Answers as soon as there is something to say from the packet's offset on. */
  receive(packet: LinePacket, sessionId: string | null, hungUp: AbortSignal): Promise<LinePacket>
  count(): number
  /** Sends everyone away for a moment. */
  close(): Promise<void>
}

/**
 * As with sockets: everyone hears something this often, and whoever has not asked for it by the next time is gone. The
 * proxies that allow no WebSocket rarely keep a request open for longer either.
 */
const heartbeatMs = 25_000

interface Line {
  guest: RequestGuest
  visitor: Visitor
  frames: FrameStream
  /** How many bytes have come. */
  received: number
  wasHeard: boolean
  /** Resolves when it has ended and given everything back. */
  whenLeft: Promise<void>
}

export const createRequestLines = (
  entrance: Entrance,
  door: SocketDoor,
  onEnded: (code: number) => void,
): RequestLines => {
  const lines = new Map<string, Line>()

  /** What has ended stays for a heartbeat or two, so that its person hears why. */
  const find = ({ line: secret }: LinePacket, sessionId: string | null): Line | number => {
    if (sessionId === null) return closeCode.signedOut
    const line = lines.get(secret)
    // One that this process has never heard of was open before a restart.
    if (!line || line.guest.sessionId !== sessionId) return closeCode.goingAway
    line.wasHeard = true
    return line
  }

  const take = (line: Line, { offset, bytes }: LinePacket): void => {
    if (offset > line.received) return line.guest.close(closeCode.malformed)
    const news = bytes.subarray(line.received - offset)
    line.received += news.length
    try {
      for (const message of line.frames.push(news)) line.visitor.take(Buffer.from(message))
    } catch (error) {
      line.guest.close(error instanceof MessageTooLong ? closeCode.tooLarge : closeCode.malformed)
    }
  }

  const nobody = encodePresence([])
  const heartbeat = setInterval(() => {
    for (const [secret, line] of lines) {
      if (line.guest.ended() !== null) {
        if (!line.wasHeard) lines.delete(secret)
      } else if (line.wasHeard) line.guest.send(nobody)
      else line.guest.close(closeCode.tryLater)
      line.wasHeard = false
    }
  }, heartbeatMs)

  const ended = (code: number): LinePacket => ({ line: '', closed: code, offset: 0, bytes: noBytes })

  return {
    open: async (request, documentId, ticket, sessionId) => {
      const visit = door.knock(request)
      const admission = visit
        ? await entrance.admit(visit, documentId, ticket, sessionId)
        : { code: closeCode.tryLater }
      if (!visit || 'code' in admission) {
        visit?.leave()
        const code = 'code' in admission ? admission.code : closeCode.tryLater
        onEnded(code)
        return { closed: code }
      }
      let left = (): void => {}
      const whenLeft = new Promise<void>((resolve) => {
        left = resolve
      })
      const leave = async (code: number): Promise<void> => {
        if (code !== leftCode) onEnded(code)
        // It may be sent away while it is still coming in.
        await Promise.resolve()
        await line.visitor.leave()
        visit.leave()
        left()
      }
      const guest = createRequestGuest(admission.seat.ticket.member, sessionId, (code) => void leave(code))
      const line: Line = {
        guest,
        visitor: entrance.join(admission, guest),
        frames: new FrameStream(maxFrameBytes),
        received: 0,
        wasHeard: true,
        whenLeft,
      }
      const secret = createToken()
      lines.set(secret, line)
      visit.opened({ close: (code) => guest.close(code), terminate: () => guest.close(closeCode.goingAway) })
      return { line: secret }
    },

    send: async (packet, sessionId) => {
      const line = find(packet, sessionId)
      if (typeof line === 'number') return ended(line)
      const { guest, visitor } = line
      if (guest.ended() === null) take(line, packet)
      if (packet.closed !== 0) guest.close(leftCode)
      // Whoever sends faster than the disk can write is answered later. A room that is given up sends everyone away.
      await visitor.whenStored().catch(() => null)
      return { line: '', closed: guest.ended() ?? 0, offset: line.received, bytes: noBytes }
    },

    receive: async (packet, sessionId, hungUp) => {
      const line = find(packet, sessionId)
      return typeof line === 'number' ? ended(line) : line.guest.ask(packet.offset, hungUp)
    },

    count: () => [...lines.values()].filter(({ guest }) => guest.ended() === null).length,

    close: async () => {
      clearInterval(heartbeat)
      for (const { guest } of lines.values()) guest.close(closeCode.goingAway)
      await Promise.all([...lines.values()].map(({ whenLeft }) => whenLeft))
    },
  }
}
