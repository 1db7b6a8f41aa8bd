import { expect, it } from 'vitest'
import { collectGarbage } from '../../world/collect-garbage.ts'
import { startTestServer } from '../../world/server.ts'
import { until } from '../line.ts'
import { fuzzerLimits, openFuzzer } from './fuzzer.ts'

const frames = Number(process.env['FUZZ_FRAMES'] ?? 20_000)
const seed = Number(process.env['FUZZ_SEED'] ?? 2023)
const rounds = 20

const usedBytes = (): number => {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

it(`${frames} frames of any bytes, from all roles and from nobody, crash nothing and disturb nobody (seed ${seed})`, async () => {
  const server = await startTestServer({ limits: fuzzerLimits })
  const fuzzer = await openFuzzer(server, seed)
  const { honest } = fuzzer
  let usedAfterWarmUp = 0
  let codes: number[] = []
  for (let round = 0; round < rounds; round++) {
    honest[round % 2]?.write('ausgangslage', `${round} `)
    codes = [...(await fuzzer.send(frames / rounds)).keys()]
    if (round === rounds / 4) usedAfterWarmUp = usedBytes()
  }
  console.info(`${fuzzer.read()} of ${frames} frames were read; the slowest took ${Math.round(fuzzer.slowestMs())} ms`)
  await until('the honest read the same', () => honest[0].read('ausgangslage') === honest[1].read('ausgangslage'))
  expect(usedBytes() - usedAfterWarmUp).toBeLessThan(30_000_000)
  expect(fuzzer.disturbed()).toBe(0)
  expect(fuzzer.read()).toBeGreaterThan(0.9 * frames)
  for (const code of codes) expect([4400, 4401, 4403, 4409, 4413, 4422, 4424, 4510]).toContain(code)

  const newcomer = fuzzer.newcomer()
  await newcomer.whenSynced()
  await until('the newcomer reads the same', () => newcomer.read('ausgangslage') === honest[0].read('ausgangslage'))
  expect(honest[0].read('ausgangslage').trim().split(' ')).toHaveLength(rounds)
  for (const { doc } of [newcomer, ...honest]) {
    expect(doc.getText('text/ziele').toDelta()).toEqual(honest[0].doc.getText('text/ziele').toDelta())
    expect(doc.getMap('fields').toJSON()).toEqual(honest[0].doc.getMap('fields').toJSON())
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
  }
  for (const writer of [newcomer, ...honest]) writer.leave()
  await server.stop()
})
