import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

/** What Node reads at once; when that much came, more is waiting. */
const fullRead = 65_536

/**
 * Whoever sends without pause, or faster than it is their turn, is read again when what came is on disk. Otherwise
 * libuv goes on with the same socket up to 32 times before anyone else's turn, 2 MB of key presses are a quarter of a
 * second, and what waits for its turn or for the disk grows without end.
 */
export const readFairly = (
  socket: WebSocket,
  line: Duplex,
  { isBehind, whenStored }: { isBehind: () => boolean; whenStored: () => Promise<void> },
): void => {
  line.on('data', (bytes: Buffer) => {
    if (bytes.length < fullRead && !isBehind()) return
    socket.pause()
    const resume = (): void => socket.resume()
    // Not stored: then the room sends everyone away, which has to be read.
    setImmediate(() => void whenStored().then(resume, resume))
  })
}
