import * as Y from 'yjs'
import { textName } from '../../../src/document/names.ts'
import { seeded } from '../history.ts'
import type { Measure } from './measure.ts'
import { addPeople } from './one-document.ts'
import { openPeerClient, type PeerClient } from './peer-client.ts'
import type { Entrance } from './peer-rooms.ts'
import { startPeer } from './peer-servers.ts'
import { startDeadline, whenQuiet } from './waiting.ts'

const [drafts, people, edits] = [50, 10, 20]
const limitS = 60

/** Somebody who wrote without a network, in a copy of the draft. */
interface Returning {
  entrance: Entrance
  stateVector: Uint8Array
  written: Uint8Array
  missing: number
}

/** After a morning without a network 500 people come back at once, ten of each draft, with 20 edits each. */
export const returning: Measure = {
  claims: [{ name: '500 return with 20 edits each, until everyone has everything', of: 'ms', target: 1 }],
  measure: async (name) => {
    const server = await startPeer(name)
    const base = writeBase()
    const everyone: Returning[] = []
    for (let draft = 0; draft < drafts; draft++) {
      const entrances = await addPeople(await server.createRoom(), people)
      const [first] = entrances
      if (!first) throw new Error('nobody came')
      const writer = await openPeerClient(first, { hear: () => {} })
      writer.send([base])
      await new Promise(setImmediate)
      writer.leave()
      for (const [index, entrance] of entrances.entries()) {
        everyone.push({ entrance, ...writeOffline(base, draft * people + index) })
      }
    }
    await whenQuiet(server)
    await server.restart('SIGTERM')

    const cpuBefore = server.cpuMs()
    const start = performance.now()
    const deadline = startDeadline(limitS, () => ({ ms: limitS * 1000, 'CPU ms': server.cpuMs() - cpuBefore }))
    const clients = await Promise.all(everyone.map(comeBack))
    await deadline.until(() => everyone.every(({ missing }) => missing <= 0))
    const lastedMs = performance.now() - start
    await whenQuiet(server)
    const cpu = server.cpuMs() - cpuBefore
    for (const client of clients) client.leave()
    await server.stop()
    return { ms: lastedMs, 'CPU ms': cpu }
  },
}

const section = textName('ziele')
const words = 'Gemeinsam geht es besser, wenn alle mitschreiben. '

/** A draft of 13,600 characters. */
const writeBase = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = 1
  const text = doc.getText(section)
  for (let at = 0; at < 272; at++) text.insert(text.length, words)
  return Y.encodeStateAsUpdate(doc)
}

const offlineClients = 1_000_000

const writeOffline = (base: Uint8Array, index: number): Omit<Returning, 'entrance'> => {
  const doc = new Y.Doc()
  doc.clientID = offlineClients + index
  Y.applyUpdate(doc, base)
  const before = Y.encodeStateVector(doc)
  const text = doc.getText(section)
  const random = seeded(index)
  for (let edit = 0; edit < edits; edit++) text.insert(Math.floor(random() * text.length), 'x')
  const stateVector = Y.encodeStateVector(doc)
  const written = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  return { stateVector, written, missing: (people - 1) * edits }
}

/** What y-websocket does: says what it has, hands over what the server lacks, hears what others wrote. */
const comeBack = async (who: Returning, index: number): Promise<PeerClient> => {
  const known = new Map<number, number>()
  const hear = (number: number, _: number, to: number): void => {
    if (number < offlineClients || number === offlineClients + index) return
    const before = known.get(number) ?? 0
    if (to > before) known.set(number, to)
    who.missing -= Math.max(0, to - before)
  }
  const client = await openPeerClient(who.entrance, { hear })
  client.ask(who.stateVector)
  client.answer(who.written)
  return client
}
