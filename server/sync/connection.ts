import * as decoding from 'lib0/decoding'
import { may, type Role } from '../../src/domain/role.ts'
import {
  closeCode,
  encodeStored,
  maxFrameBytes,
  messageType,
  readNumber,
  syncType,
} from '../../src/protocol/messages.ts'
import type { Guest, LiveRoom } from './live-room.ts'
import { createPacedAnswers } from './paced-answers.ts'
import { isEmpty, readUpdate } from './update-check.ts'

/** A state vector has an entry per page that ever wrote; larger ones only cost time. */
const maxStateVectorBytes = 65_536

/** Answers one guest's frames. What cannot be read ends the socket with 4400; nothing of it is kept or relayed. */
export const createFrameReader = (guest: Guest, role: Role, room: LiveRoom): ((frame: Uint8Array) => void) => {
  const answerStep1 = createPacedAnswers((stateVector) => {
    try {
      room.answerStep1(guest, stateVector)
    } catch {
      guest.close(closeCode.malformed)
    }
  })

  const receiveUpdate = (bytes: Uint8Array): void => {
    const content = readUpdate(bytes)
    if (!content) return guest.close(closeCode.malformed)
    // Step 2 repeats every deletion at each reconnection: only what is new is a change.
    if (isEmpty(content) || room.has(content)) return
    if (!may(role, 'write-content')) return guest.close(closeCode.notAllowed)
    room.receive(guest, bytes, content)
  }

  const receiveSync = (decoder: decoding.Decoder): void => {
    const kind = decoding.readVarUint(decoder)
    const bytes = readRest(decoder)
    if (kind === syncType.step1) {
      if (bytes.length > maxStateVectorBytes) return guest.close(closeCode.tooLarge)
      return answerStep1(bytes)
    }
    if (kind === syncType.step2 || kind === syncType.update) return receiveUpdate(bytes)
    guest.close(closeCode.malformed)
  }

  const receive = (frame: Uint8Array): void => {
    const decoder = decoding.createDecoder(frame)
    switch (decoding.readVarUint(decoder)) {
      case messageType.sync:
        return receiveSync(decoder)
      case messageType.awareness:
        return room.receivePresence(guest, readRest(decoder))
      case messageType.mark: {
        const n = readNumber(decoder)
        room.whenStored().then(
          () => guest.send(encodeStored(n)),
          // Nothing is acknowledged; the room sends its guests away itself.
          () => {},
        )
        return
      }
      default:
      // A message of a newer app or of y-websocket's that has no meaning here.
    }
  }

  return (frame) => {
    if (frame.length > maxFrameBytes) return guest.close(closeCode.tooLarge)
    try {
      receive(frame)
    } catch {
      guest.close(closeCode.malformed)
    }
  }
}

/** The byte array that ends a frame. Throws when bytes follow it. */
const readRest = (decoder: decoding.Decoder): Uint8Array => {
  const bytes = decoding.readVarUint8Array(decoder)
  if (decoding.hasContent(decoder)) throw new RangeError('bytes after the end of a message')
  return bytes
}
