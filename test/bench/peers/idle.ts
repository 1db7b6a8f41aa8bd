import { appendUpdate } from './keys.ts'
import type { Measure } from './measure.ts'
import { openAll } from './one-document.ts'
import { openPeerClient, type PeerClient } from './peer-client.ts'
import type { Entrance } from './peer-rooms.ts'
import { startPeer } from './peer-servers.ts'
import { whenQuiet } from './waiting.ts'

const characters = 1000

/** Many drafts of a page of text, one person in each, nobody typing: documents and lines, what an open draft costs. */
export const idle: Measure = {
  claims: [{ name: 'Memory for an open idle draft', of: 'KiB for each', target: 0.5 }],
  measure: async (name, { isQuick }) => {
    const server = await startPeer(name)
    const entrances: Entrance[] = []
    const counts = new Map([[1_000_000, characters]])
    const text = Array.from({ length: characters }, (_, clock) => appendUpdate(1_000_000, clock))
    for (let draft = 0; draft < (isQuick ? 500 : 1000); draft++) {
      const entrance = await (await server.createRoom()).addPerson()
      const writer = await openPeerClient(entrance, { hear: () => {} })
      writer.send(text)
      // Whoever goes before all is said is not heard out by everyone.
      await openAll([entrance], counts)
      writer.leave()
      entrances.push(entrance)
    }
    await whenQuiet(server)
    await server.restart('SIGTERM')
    // Whatever a process needs once, it has after these.
    const [first, others] = [entrances.slice(0, 100), entrances.slice(100)]
    const open: PeerClient[] = []
    const sit = async (entrance: Entrance): Promise<void> => {
      if ((await openAll([entrance], counts)) === Infinity) throw new Error(`${name} has lost a draft`)
      open.push(await openPeerClient(entrance, { hear: () => {} }))
    }
    for (const entrance of first) await sit(entrance)
    await whenQuiet(server)
    const before = server.memoryKib()
    for (const entrance of others) await sit(entrance)
    await whenQuiet(server)
    const each = (server.memoryKib() - before) / others.length
    for (const client of open) client.leave()
    await server.stop()
    return { 'KiB for each': each, 'MiB of all': before / 1024 }
  },
}
