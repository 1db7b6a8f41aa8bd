import { appendUpdate } from './keys.ts'
import { openPeerClient, type PeerClient } from './peer-client.ts'
import type { PeerServer } from './peer-servers.ts'
import { pause, whenTrue } from './waiting.ts'

const [documents, people] = [20, 10]

/** 20 documents of ten people, all typing. */
export interface Crowd {
  /** Types until `perSecond` characters a second reach others, for so long, and waits for all of them, at most `patienceMs`. */
  type(perSecond: number, lastsMs: number, patienceMs?: number): Promise<Typed>
  leave(): void
}

export interface Typed {
  /** False when not everything arrived, or the load could not be made that fast. */
  isAll: boolean
  delivered: number
  p50: number
  p99: number
  serverCpuMs: number
  /** Of the clients' core. */
  clientLoad: number
}

interface Writer {
  number: number
  client: PeerClient
  /** When each of its characters was sent. */
  sentAt: number[]
}

export const gatherCrowd = async (server: PeerServer): Promise<Crowd> => {
  const byNumber = new Map<number, Writer>()
  let latencies = new Float64Array(0)
  let delivered = 0
  const heard = (own: number) => (number: number, from: number, to: number) => {
    const sentAt = number === own ? undefined : byNumber.get(number)?.sentAt
    if (!sentAt) return
    const now = performance.now()
    for (let clock = from; clock < to; clock++) latencies[delivered++] = now - (sentAt[clock] ?? now)
  }
  for (let document = 0; document < documents; document++) {
    const room = await server.createRoom()
    for (let person = 0; person < people; person++) {
      const number = 1_000_000 + document * people + person
      const client = await openPeerClient(await room.addPerson(), { hear: heard(number) })
      byNumber.set(number, { number, client, sentAt: [] })
    }
  }
  const writers = [...byNumber.values()]

  return {
    type: async (perSecond, lastsMs, patienceMs = 20_000) => {
      const each = perSecond / (writers.length * (people - 1)) / 1000
      latencies = new Float64Array(Math.ceil(perSecond * (lastsMs / 1000) * 1.5) + 10_000)
      delivered = 0
      const cpuBefore = server.cpuMs()
      const ownBefore = process.cpuUsage()
      const start = performance.now()
      let sent = 0
      const before = writers.map(({ sentAt }) => sentAt.length)
      for (let elapsed = 0; elapsed < lastsMs; elapsed = performance.now() - start) {
        for (const [index, { number, client, sentAt }] of writers.entries()) {
          // Everyone at another moment, as people do.
          const due = Math.floor(elapsed * each + index / writers.length) + (before[index] ?? 0)
          if (due <= sentAt.length) continue
          const now = performance.now()
          const updates = []
          while (sentAt.length < due) {
            updates.push(appendUpdate(number, sentAt.length))
            sentAt.push(now)
          }
          client.send(updates)
          sent += updates.length
        }
        await pause(1)
      }
      const expected = sent * (people - 1)
      const isAll = await whenTrue(() => delivered >= expected, patienceMs)
      const lastedMs = performance.now() - start
      const { user, system } = process.cpuUsage(ownBefore)
      const taken = latencies.subarray(0, delivered).sort()
      return {
        isAll: isAll && sent >= 0.95 * each * lastsMs * writers.length,
        delivered,
        p50: taken[Math.floor(delivered * 0.5)] ?? Infinity,
        p99: taken[Math.floor(delivered * 0.99)] ?? Infinity,
        serverCpuMs: server.cpuMs() - cpuBefore,
        clientLoad: (user + system) / 1000 / lastedMs,
      }
    },
    leave: () => writers.forEach(({ client }) => client.leave()),
  }
}
