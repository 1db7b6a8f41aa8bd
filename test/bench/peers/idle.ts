import { appendUpdate } from './keys.ts'
import type { Measure } from './measure.ts'
import { openAll } from './one-document.ts'
import { openPeerClient, type PeerClient } from './peer-client.ts'
import type { Entrance } from './peer-rooms.ts'
import { startPeer } from './peer-servers.ts'
import { whenQuiet } from './waiting.ts'

/** Characters of a page of text, and of each piece in which it was written. */
const [characters, piece] = [1000, 50]

/** Many drafts of a page of text, one person in each, nobody typing: documents and lines, what an open draft costs. */
export const idle: Measure = {
  claims: [{ name: 'Memory for an open idle draft', of: 'KiB for each', target: 0.5 }],
  measure: async (name, { isQuick }) => {
    const server = await startPeer(name)
    const entrances: Entrance[] = []
    const counts = new Map([[1_000_000, characters]])
    const text = Array.from({ length: characters / piece }, (_, index) => appendUpdate(1_000_000, index * piece, piece))
    for (let draft = 0; draft < (isQuick ? 300 : 500); draft++) {
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
      await openAll([entrance], counts)
      open.push(await openPeerClient(entrance, { hear: () => {} }))
    }
    for (const entrance of first) await sit(entrance)
    await whenQuiet(server)
    const before = await server.heldKib()
    for (const entrance of others) await sit(entrance)
    await whenQuiet(server)
    const each = ((await server.heldKib()) - before) / others.length
    for (const client of open) client.leave()
    await server.stop()
    return { 'KiB for each': each, 'MiB of all': before / 1024 }
  },
}
