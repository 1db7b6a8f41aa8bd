import * as Y from 'yjs'
import { percentile } from '../figure.ts'
import { makeHistory } from '../history.ts'
import { appendUpdate, openPeerClient, type Heard } from './peer-client.ts'
import type { PeerServer } from './peer-servers.ts'

/** One measured value by name; units stand in the name. */
export type Values = Record<string, number>

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const whenTrue = async (condition: () => boolean, limitMs: number): Promise<boolean> => {
  const end = performance.now() + limitMs
  while (!condition()) {
    if (performance.now() > end) return false
    await pause(2)
  }
  return true
}

/** 20 documents of ten people who all type; `perSecond` counts what is delivered to others. */
export const measureFanOut = async (server: PeerServer, perSecond: number, lastsMs: number): Promise<Values> => {
  const [documents, people] = [20, 10]
  const sentAt = new Map<number, number[]>()
  const latencies: number[] = []
  let delivered = 0
  const writers: { client: number; send(update: Uint8Array): void; close(): void }[] = []
  for (let document = 0; document < documents; document++) {
    const room = await server.createRoom()
    for (let person = 0; person < people; person++) {
      const client = 1_000_000 + document * people + person
      const own = sentAt.set(client, []).get(client)
      const hear = (heard: readonly Heard[]): void => {
        const now = performance.now()
        for (const each of heard) {
          const sent = sentAt.get(each.client)
          if (!sent || sent === own) continue
          delivered += 1
          latencies.push(now - (sent[each.upTo - 1] ?? now))
        }
      }
      writers.push({ client, ...(await openPeerClient(room, hear)) })
    }
  }
  await pause(500)
  const each = perSecond / (documents * people * (people - 1))
  const cpuBefore = server.cpuMs()
  const start = performance.now()
  let round = 0
  while (performance.now() - start < lastsMs) {
    const due = Math.floor(((performance.now() - start) / 1000) * each)
    for (; round < due; round++) {
      for (const { client, send } of writers) {
        sentAt.get(client)?.push(performance.now())
        send(appendUpdate(client, round))
      }
    }
    await pause(1)
  }
  const expected = round * writers.length * (people - 1)
  const isAll = await whenTrue(() => delivered >= expected, 20_000)
  const cpu = server.cpuMs() - cpuBefore
  for (const writer of writers) writer.close()
  const name = `${perSecond}/s`
  return {
    [`${name}: p50 ms`]: percentile(latencies, 0.5),
    [`${name}: p99 ms`]: isAll ? percentile(latencies, 0.99) : Infinity,
    [`${name}: CPU ms per 1,000 delivered`]: (cpu / delivered) * 1000,
  }
}

/** One document written in one go, then opened by a hundred people at once. */
export const measureBurst = async (server: PeerServer, edits: number): Promise<Values> => {
  const { rows } = makeHistory(['ziele', 'ausgangslage'], edits, edits)
  const vector = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(lastState(rows)))
  const room = await server.createRoom()
  const isComplete = (known: ReadonlyMap<number, number>): boolean =>
    [...vector].every(([client, clock]) => (known.get(client) ?? 0) >= clock)
  const keeping = () => {
    const known = new Map<number, number>()
    const take = (heard: readonly Heard[]): void => {
      for (const { client, upTo } of heard) known.set(client, Math.max(upTo, known.get(client) ?? 0))
    }
    return { take, isDone: () => isComplete(known) }
  }
  const reading = keeping()
  const writer = await openPeerClient(room, () => {})
  const reader = await openPeerClient(room, reading.take)
  await pause(500)

  let longestMs = 0
  let isOver = false
  const probing = (async () => {
    while (!isOver) longestMs = Math.max(longestMs, await reader.ping())
  })()
  const cpuBefore = server.cpuMs()
  const start = performance.now()
  for (let at = 0; at < rows.length; at += 100) {
    for (const row of rows.slice(at, at + 100)) writer.send(row)
    do await pause(0)
    while (writer.unsent() > 65_536)
  }
  const isDone = await whenTrue(reading.isDone, 60_000)
  const burstMs = performance.now() - start
  const burstCpu = server.cpuMs() - cpuBefore
  isOver = true
  await probing
  // Whatever it does behind people's backs belongs to it.
  await pause(2000)
  const cpuAfter = server.cpuMs() - cpuBefore

  const openCpu = server.cpuMs()
  const opening = performance.now()
  const openers = Array.from({ length: 100 }, keeping)
  const clients = await Promise.all(openers.map(({ take }) => openPeerClient(room, take)))
  for (const client of clients) client.askForEverything()
  const areOpen = await whenTrue(() => openers.every(({ isDone: isOpen }) => isOpen()), 60_000)
  const values = {
    'burst: ms until the other has it': isDone ? burstMs : Infinity,
    'burst: CPU ms': burstCpu,
    'burst: CPU ms with what follows': cpuAfter,
    'burst: longest ping ms': longestMs,
    '100 open warm: ms': areOpen ? performance.now() - opening : Infinity,
    '100 open warm: CPU ms': server.cpuMs() - openCpu,
    'memory after it, MiB': server.memoryKib() / 1024,
  }
  for (const client of [writer, reader, ...clients]) client.close()
  return values
}

const lastState = (rows: readonly Uint8Array[]): Uint8Array => {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const row of rows) Y.applyUpdate(doc, row)
  })
  return Y.encodeStateAsUpdate(doc)
}
