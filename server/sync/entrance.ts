import type { Logger } from 'pino'
import type { DocumentId } from '../../src/domain/document-id.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { accessChanged, closeCode } from '../../src/protocol/messages.ts'
import type { Tickets } from '../access/tickets.ts'
import { createFrameReader } from './connection.ts'
import { createFrameTurns } from './frame-turns.ts'
import type { Guest, LiveRoom } from './live-room.ts'
import type { Rooms } from './rooms.ts'
import type { Seat, Seats } from './seats.ts'
import type { Visit } from './socket-door.ts'

/** A guest on a line of its own, by socket or by requests. */
export interface LineGuest extends Guest {
  /** What comes from it afterwards is not read. */
  isSentAway(): boolean
}

/** Somebody with a place in a room that is read. */
export interface Admitted {
  seat: Seat
  room: LiveRoom
  release: () => void
}

/** A guest in the room. */
export interface Visitor {
  take(frame: Buffer): void
  /** Whether frames wait for their turn. */
  isBehind(): boolean
  /** Resolves when everything taken so far is on disk; rejects when the room had to be given up. */
  whenStored(): Promise<void>
  /** Who says something and goes is heard out. */
  leave(): Promise<void>
}

/** The way into the rooms, the same for every form of line. */
export interface Entrance {
  /** Uses the ticket up. Never rejects: a failure of ours must not look like an empty draft. */
  admit(visit: Visit, documentId: DocumentId, ticket: string, sessionId: string): Promise<Admitted | { code: number }>
  join(admitted: Admitted, guest: LineGuest): Visitor
}

export const createEntrance = (
  { tickets, seats, rooms }: { tickets: Tickets; seats: Seats; rooms: Rooms },
  noteRefused: (draftId: DraftId, memberId: string, why: string) => void,
  log: Logger,
): Entrance => {
  const turns = createFrameTurns()

  const enterRoom = async (seat: Seat): Promise<Admitted | { code: number }> => {
    try {
      const { room, release } = await rooms.enter(seat.ticket.documentId)
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

  return {
    admit: async (visit, documentId, offered, sessionId) => {
      const ticket = tickets.redeem(offered, sessionId)
      if (ticket === null) return { code: closeCode.ticketUnusable }
      if (ticket.documentId !== documentId) return { code: closeCode.absent }
      if (!visit.sit(documentId, ticket.member.id)) return { code: closeCode.tryLater }
      // From here on a change of access reaches this line, also while the room is being read.
      return enterRoom(seats.take(ticket)).catch((error: unknown) => {
        log.error({ err: error }, 'somebody could not be admitted')
        return { code: closeCode.tryLater }
      })
    },

    join: ({ seat, room, release }, guest) => {
      const { draftId, member } = seat.ticket
      const receive = createFrameReader(
        guest,
        () => seat.role(),
        room,
        (why) => noteRefused(draftId, member.id, why),
      )
      const lane = turns.open((frame) => {
        if (!guest.isSentAway()) receive(frame)
      })
      room.join(guest)
      const tellChange = (): void => {
        const ended = seat.ended()
        if (ended === null) guest.send(accessChanged)
        else guest.close(ended)
      }
      seat.onChange = tellChange
      if (seat.ended() !== null || seat.role() !== member.role) tellChange()
      return {
        take: (frame) => lane.take(frame),
        isBehind: () => !lane.isEmpty(),
        whenStored: async () => {
          await lane.whenEmpty()
          await room.whenStored()
        },
        leave: async () => {
          await lane.whenEmpty()
          room.leave(guest)
          release()
        },
      }
    },
  }
}
