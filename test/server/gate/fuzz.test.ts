import { describe, expect, it } from 'vitest'
import { getState } from 'yjs'
import { contentDigest } from '../../../src/document/content-digest.ts'
import { collectGarbage } from '../../world/collect-garbage.ts'
import { startTestServer } from '../../world/server.ts'
import { until } from '../line.ts'
import { fuzzerLimits, openFuzzer } from './fuzzer.ts'

const asked = process.env['FUZZ_FRAMES']
const seed = Number(process.env['FUZZ_SEED'] ?? 2023)
const rounds = 20

const usedBytes = (): number => {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const finalCodes = {
  text: [4400, 4401, 4403, 4409, 4413, 4422, 4424, 4510],
  discussion: [4400, 4401, 4403, 4409, 4410, 4411, 4413, 4415, 4422, 4424, 4510],
}

/** Both go through the same gate; in the usual run the text has most of them. */
const framesOf = { text: Number(asked ?? 20_000), discussion: Number(asked ?? 4_000) }

describe.each(['text', 'discussion'] as const)('the gate of a draft’s %s', (document) => {
  const frames = framesOf[document]
  it(`${frames} frames of any bytes, from all roles and from nobody, crash nothing and disturb nobody (seed ${seed})`, async () => {
    const server = await startTestServer({ limits: fuzzerLimits })
    const fuzzer = await openFuzzer(server, seed, document)
    const { honest } = fuzzer
    const pages = honest.map(({ doc }) => doc.clientID)
    let usedAfterWarmUp = 0
    let codes: ReadonlyMap<number, number> = new Map()
    for (let round = 0; round < rounds; round++) {
      fuzzer.writes(round, `${round} `)
      codes = await fuzzer.send(frames / rounds)
      if (round === rounds / 4) usedAfterWarmUp = usedBytes()
    }
    const closes = [...codes].map(([code, count]) => `${code}: ${count}`).join(', ')
    console.info(
      `${fuzzer.read()} of ${frames} frames were read (${closes}; ${fuzzer.turnedAway()} times “later”); the slowest took ${Math.round(fuzzer.slowestMs())} ms`,
    )
    const newcomer = fuzzer.newcomer()
    await newcomer.whenSynced()
    const all = [newcomer, ...honest]
    await until('all read the same', () => new Set(all.map(({ doc }) => contentDigest(doc))).size === 1)
    expect(usedBytes() - usedAfterWarmUp).toBeLessThan(30_000_000)
    expect(fuzzer.disturbed()).toBe(0)
    expect(fuzzer.read()).toBeGreaterThan(0.9 * frames)
    for (const code of codes.keys()) expect(finalCodes[document]).toContain(code)
    // Among so many frames some are writing like any other: a copy of the text under an id of the sender's own.
    for (const page of pages) {
      const counts = all.map(({ doc }) => getState(doc.store, page))
      expect(new Set(counts)).toEqual(new Set([document === 'text' ? 25 : rounds / 2]))
    }
    for (const { doc } of all) expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
    for (const writer of all) writer.leave()
    await server.stop()
  })
})
