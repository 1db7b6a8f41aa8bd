import { readHeard } from './heard.ts'
import { readKeyPresses } from './keys.ts'
import type { Measure } from './measure.ts'
import { addPeople, openAll, openReader } from './one-document.ts'
import { openPeerClient } from './peer-client.ts'
import { startPeer } from './peer-servers.ts'
import { pause, startDeadline, whenQuiet } from './waiting.ts'

const openers = 100
/** For writing it, beforehand. */
const limitS = 150

/** The document of 260,000 key presses, opened by a hundred at once: while others have it open, and by the first of the day. */
export const opening: Measure = {
  claims: [
    { name: `${openers} open it, the server just started`, of: 'cold: ms', target: 0.25 },
    { name: `${openers} open it while somebody has it open`, of: 'warm: ms', target: 0.5 },
  ],
  measure: async (name, { isQuick }) => {
    const { updates, counts } = readKeyPresses(isQuick ? 60_000 : 260_000)
    const server = await startPeer(name)
    const [first, second, ...others] = await addPeople(await server.createRoom(), openers + 2)
    if (!first || !second) throw new Error('nobody came')
    const writer = await openPeerClient(first, { hear: () => {} })
    const reader = await openReader(second, counts)
    // No faster than it is passed on: this is not about bursts.
    const deadline = startDeadline(limitS, () => ({}))
    for (let at = 0, characters = 0; at < updates.length; at += 500) {
      const some = updates.slice(at, at + 500)
      writer.send(some)
      for (const update of some) readHeard(update, (_, from, to) => (characters += to - from))
      await deadline.until(() => reader.hasHeardOf(characters))
    }
    await whenQuiet(server)
    await pause(5000)

    const [warmCpuBefore, memory] = [server.cpuMs(), server.memoryKib() / 1024]
    const warmMs = await openAll(others, counts)
    await pause(200)
    const warmCpu = server.cpuMs() - warmCpuBefore

    for (const client of [writer, reader.client]) client.leave()
    await whenQuiet(server)
    await server.restart('SIGTERM')
    await pause(500)
    const coldCpuBefore = server.cpuMs()
    const coldMs = await openAll(others, counts)
    await pause(200)
    const coldCpu = server.cpuMs() - coldCpuBefore
    await server.stop()
    return {
      'warm: ms': warmMs,
      'warm: CPU ms': warmCpu,
      'cold: ms': coldMs,
      'cold: CPU ms': coldCpu,
      'memory before MiB': memory,
    }
  },
}
