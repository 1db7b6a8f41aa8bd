import { appendUpdate } from './keys.ts'
import type { Measure } from './measure.ts'
import { addPeople, openReader } from './one-document.ts'
import { emptyVector, openPeerClient } from './peer-client.ts'
import type { Entrance } from './peer-rooms.ts'
import { startPeer, type PeerServer } from './peer-servers.ts'
import { pause, whenQuiet, whenTrue } from './waiting.ts'

const documents = 10
/** Each writer's keys a second. */
const pace = 50

/** The process dies without a word while ten people write: what somebody else had seen, or was told is kept, has to be there. */
export const kill: Measure = {
  claims: [{ name: 'Seen or acknowledged and lost by kill -9', of: 'lost', target: 0, unit: 'updates' }],
  measure: async (name, { isQuick }) => {
    const server = await startPeer(name)
    const writings = await Promise.all(
      Array.from({ length: documents }, async (_, index) => openWriting(server, 1_000_000 + index)),
    )
    const start = performance.now()
    const lastsMs = isQuick ? 5_000 : 9_700
    for (let elapsed = 0; elapsed < lastsMs; elapsed = performance.now() - start) {
      for (const writing of writings) writing.writeUpTo(Math.floor((elapsed / 1000) * pace))
      await pause(1)
    }
    await server.restart('SIGKILL')
    const kept = await Promise.all(writings.map(({ entrance, client }) => readKept(server, entrance, client)))
    await server.stop()
    const lost = (sure: (writing: Writing) => number): number =>
      writings.reduce((sum, writing, index) => sum + Math.max(0, sure(writing) - (kept[index] ?? 0)), 0)
    return {
      lost: lost((writing) => Math.max(writing.seen(), writing.acknowledged())),
      'of these acknowledged': lost((writing) => writing.acknowledged()),
      seen: writings.reduce((sum, writing) => sum + writing.seen(), 0),
    }
  },
}

interface Writing {
  entrance: Entrance
  client: number
  writeUpTo(count: number): void
  /** How many of its updates somebody else has seen, and how many the server said it has. */
  seen(): number
  acknowledged(): number
}

const openWriting = async (server: PeerServer, client: number): Promise<Writing> => {
  const [first, second] = await addPeople(await server.createRoom(), 2)
  if (!first || !second) throw new Error('nobody came')
  let [written, seen, acknowledged] = [0, 0, 0]
  const onEnd = (): void => {}
  const hear = (_: number, __: number, to: number): void => {
    seen = Math.max(seen, to)
  }
  const onAcknowledged = (n: number | null): void => {
    acknowledged = n ?? acknowledged + 1
  }
  const writer = await openPeerClient(first, { hear: () => {}, onAcknowledged, onEnd })
  await openPeerClient(second, { hear, onEnd })
  return {
    entrance: second,
    client,
    writeUpTo: (count) => {
      while (written < count) {
        writer.send([appendUpdate(client, written)])
        written += 1
        if (server.name === 'einvernehmen') writer.mark(written)
      }
    },
    seen: () => seen,
    acknowledged: () => acknowledged,
  }
}

const readKept = async (server: PeerServer, entrance: Entrance, client: number): Promise<number> => {
  const reader = await openReader(entrance, new Map([[client, Infinity]]))
  reader.client.ask(emptyVector)
  // Some say what they have before they have read it.
  await whenQuiet(server)
  await whenTrue(() => reader.known.size > 0, 1000)
  reader.client.leave()
  return reader.known.get(client) ?? 0
}
