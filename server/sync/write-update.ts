import type { WriteUpdate } from '../access/held-back.ts'
import type { Rooms } from './rooms.ts'

/** Writes an update into a draft as if its member had sent it just now: through the gate, told to everyone in the room. */
export const createUpdateWriter =
  (rooms: Rooms): WriteUpdate =>
  async (draftId, member, update) => {
    const { room, release } = await rooms.enter(draftId)
    const silent = () => undefined
    const guest = { member, sessionId: `held back from ${member.id}`, send: silent, write: silent, close: silent }
    try {
      const why = room.receive(guest, update, { role: 'editor', isLive: false })
      await room.whenStored()
      return why === null
    } catch {
      return false
    } finally {
      release()
    }
  }
