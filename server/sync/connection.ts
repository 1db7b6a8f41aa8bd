import * as decoding from 'lib0/decoding'
import type { Role } from '../../src/domain/role.ts'
import { readDigestReport } from '../../src/protocol/digest.ts'
import { closeCode, maxFrameBytes, messageType, readNumber, syncType } from '../../src/protocol/messages.ts'
import type { WhyRefused } from './gate/gate.ts'
import { openIntake } from './gate/intake.ts'
import type { Guest, LiveRoom } from './live-room.ts'
import { createPacedAnswers } from './paced-answers.ts'

/** A state vector has an entry per page that ever wrote, ten bytes each; larger ones only cost time. */
const maxStateVectorBytes = 262_144

/** y-websocket repeats the presence of everyone it knows: of fifty sockets, at 2 KiB each, and some that are gone. */
const maxPresenceBytes = 131_072

/** Answers one guest's frames, by the role the guest has then. What cannot be read ends the socket with 4400; nothing of it is kept or relayed. */
export const createFrameReader = (
  guest: Guest,
  roleOf: () => Role,
  room: LiveRoom,
  onRefused: (why: WhyRefused) => void,
): ((frame: Uint8Array) => void) => {
  const answerStep1 = createPacedAnswers((stateVector) => {
    try {
      room.answerStep1(guest, stateVector)
    } catch {
      guest.close(closeCode.malformed)
    }
  })

  const intake = openIntake(guest, roleOf, room, onRefused)

  const receiveSync = (decoder: decoding.Decoder): void => {
    const kind = decoding.readVarUint(decoder)
    const bytes = readRest(decoder)
    if (kind === syncType.step1) {
      if (bytes.length > maxStateVectorBytes) return guest.close(closeCode.tooLarge)
      return answerStep1(bytes)
    }
    if (kind === syncType.step2 || kind === syncType.update) return intake.receive(kind, bytes)
    guest.close(closeCode.malformed)
  }

  const receiveDigest = (decoder: decoding.Decoder): void => {
    const report = readDigestReport(decoder)
    if (report.stateVector.length > maxStateVectorBytes) return guest.close(closeCode.tooLarge)
    room.receiveDigest(guest, report)
  }

  const receive = (frame: Uint8Array): void => {
    const decoder = decoding.createDecoder(frame)
    switch (decoding.readVarUint(decoder)) {
      case messageType.sync:
        return receiveSync(decoder)
      case messageType.awareness:
        if (frame.length > maxPresenceBytes) return guest.close(closeCode.tooLarge)
        return room.receivePresence(guest, readRest(decoder))
      case messageType.digest:
        return receiveDigest(decoder)
      case messageType.mark:
        return intake.mark(readNumber(decoder))
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
