import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import type { Member } from '../../src/domain/person.ts'
import { closeCode } from '../../src/protocol/messages.ts'
import type { LineGuest } from './entrance.ts'
import { encodeVolley } from './volley.ts'

/** A reader for whom this much waits is sent away; it catches up when it comes back. */
export const maxUnsentBytes = 4 * 1_048_576

/**
 * The socket as a guest. Frames are written to the line itself, past `ws`: what goes to many is encoded once, and all
 * that one turn of the event loop says to a guest leaves in one write.
 */
export const createSocketGuest = (socket: WebSocket, line: Duplex, member: Member, sessionId: string): LineGuest => {
  let isGathering = false
  let isSentAway = false

  const close = (code: number): void => {
    isSentAway = true
    socket.close(code)
  }

  const gather = (): void => {
    if (isGathering) return
    isGathering = true
    line.cork()
    process.nextTick(() => {
      isGathering = false
      line.uncork()
    })
  }

  const write = (...frames: readonly Uint8Array[]): void => {
    if (socket.readyState !== WebSocket.OPEN) return
    if (line.writableLength > maxUnsentBytes) return close(closeCode.tryLater)
    gather()
    for (const frame of frames) line.write(frame)
  }

  return {
    member,
    sessionId,
    write,
    send: (message) => write(encodeVolley([message]).bytes),
    close,
    isSentAway: () => isSentAway,
  }
}
