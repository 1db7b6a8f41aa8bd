import { gatherCrowd, type Crowd, type Typed } from './crowd.ts'
import type { Measure } from './measure.ts'
import { startPeer, type PeerServer } from './peer-servers.ts'

const slowestMs = 250
/** So many characters a second reach others. */
const calm = 9_000
const busy = 115_000

/** Twenty documents of ten people who type: as in a town, and as many times faster as people can. */
export const fanOut: Measure = {
  claims: [
    { name: `p99 at ${calm}/s`, of: 'calm: p99 ms', target: 2 },
    { name: `Server CPU for 1,000 delivered at ${calm}/s`, of: 'calm: CPU ms for 1,000', target: 1 },
    { name: `Server CPU for 1,000 delivered at ${busy}/s`, of: 'busy: CPU ms for 1,000', target: 0.5 },
  ],
  measure: async (name, { isQuick }) => {
    const server = await startPeer(name)
    const crowd = await gatherCrowd(server)
    await crowd.type(calm, 2000)
    const slow = await crowd.type(calm, isQuick ? 4000 : 8000)
    const fast = await crowd.type(busy, isQuick ? 3000 : 5000)
    crowd.leave()
    await server.stop()
    return {
      'calm: p50 ms': slow.p50,
      'calm: p99 ms': slow.p99,
      'calm: CPU ms for 1,000': cpuPerThousand(slow),
      'busy: p99 ms': fast.p99,
      'busy: CPU ms for 1,000': cpuPerThousand(fast),
    }
  },
}

const cpuPerThousand = ({ serverCpuMs, delivered }: Typed): number => (serverCpuMs / delivered) * 1000

/** Far more than the slowest may take: what has not come by then is not held. */
const patienceMs = 3000

/** The two last rates tried are no further apart than this. */
const closeEnough = 1.1

export const highestRate: Measure = {
  claims: [
    { name: `Most delivered a second with p99 ≤ ${slowestMs} ms`, of: 'most a second', target: 4, isLeast: true },
  ],
  measure: async (name, { isQuick }) => {
    let held: { perSecond: number; clientLoad: number } = { perSecond: 0, clientLoad: 0 }
    let tooMuch = Infinity
    let rate = 50_000
    let scene: { server: PeerServer; crowd: Crowd } | null = null
    while (tooMuch / held.perSecond > closeEnough) {
      scene ??= await setUp(name)
      const typed = await scene.crowd.type(rate, isQuick ? 1500 : 3000, patienceMs)
      if (typed.isAll && typed.p99 <= slowestMs) held = { perSecond: rate, clientLoad: typed.clientLoad }
      else {
        tooMuch = rate
        // What it has not got done must not count against the next rate.
        await takeDown(scene)
        scene = null
      }
      rate = tooMuch === Infinity ? rate * 2 : Math.sqrt(tooMuch * (held.perSecond || tooMuch / 4))
    }
    if (scene) await takeDown(scene)
    return { 'most a second': held.perSecond, 'clients’ core busy then': held.clientLoad }
  },
}

const setUp = async (name: PeerServer['name']): Promise<{ server: PeerServer; crowd: Crowd }> => {
  const server = await startPeer(name)
  const crowd = await gatherCrowd(server)
  await crowd.type(25_000, 1500)
  return { server, crowd }
}

const takeDown = async ({ server, crowd }: { server: PeerServer; crowd: Crowd }): Promise<void> => {
  crowd.leave()
  await server.stop()
}
