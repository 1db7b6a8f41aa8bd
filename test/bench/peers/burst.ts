import { readKeyPresses } from './keys.ts'
import type { Measure } from './measure.ts'
import { openReader, addPeople } from './one-document.ts'
import { openPeerClient } from './peer-client.ts'
import { startPeer } from './peer-servers.ts'
import { pause, startDeadline, whenQuiet } from './waiting.ts'

/** Ours takes a twelfth of it. */
const limitS = 120

/** Key presses one after the other, as fast as the line takes them: a device that was offline for a year, a program gone mad. */
export const burst: Measure = {
  claims: [
    { name: 'Server CPU for a burst of key presses in one draft', of: 'CPU ms', target: 0.5 },
    { name: 'Longest stall of the event loop in it', of: 'longest stall ms', target: 50, unit: 'ms' },
  ],
  measure: async (name, { isQuick }) => {
    const { updates, counts } = readKeyPresses(isQuick ? 30_000 : 260_000)
    const server = await startPeer(name)
    const [first, second] = await addPeople(await server.createRoom(), 2)
    if (!first || !second) throw new Error('nobody came')
    const writer = await openPeerClient(first, { hear: () => {} })
    const reader = await openReader(second, counts)
    // A server that has run for a while: nothing is done for the first time.
    const before = Math.min(10_000, updates.length / 10)
    for (let at = 0; at < before; at += 20) {
      writer.send(updates.slice(at, at + 20))
      await pause(2)
    }
    await whenQuiet(server)
    await server.longestStallMs()

    const cpuBefore = server.cpuMs()
    const start = performance.now()
    const deadline = startDeadline(limitS, () => ({
      'ms until another has all': limitS * 1000,
      'CPU ms': server.cpuMs() - cpuBefore,
    }))
    for (let at = before; at < updates.length; at += 100) {
      writer.send(updates.slice(at, at + 100))
      await pause(0)
      await deadline.until(() => writer.unsent() <= 65_536)
    }
    await deadline.until(() => reader.isDone())
    const lastedMs = performance.now() - start
    // Whatever it does behind people's backs belongs to it.
    await whenQuiet(server)
    const cpu = server.cpuMs() - cpuBefore
    const stall = await server.longestStallMs()
    const memory = server.memoryKib() / 1024
    for (const client of [writer, reader.client]) client.leave()
    await server.stop()
    return {
      'ms until another has all': lastedMs,
      'CPU ms': cpu,
      ...(stall !== null && { 'longest stall ms': stall }),
      'memory after it MiB': memory,
    }
  },
}
