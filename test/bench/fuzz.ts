import { freePort } from '../world/free-port.ts'
import { builtServer, startTestServer } from '../world/server.ts'
import { openFuzzer } from '../server/gate/fuzzer.ts'
import type { Figure } from './figure.ts'
import { readStall } from './peers/stall.ts'

const target = 250

/**
 * Frames of any bytes, in every role and without one, while two honest people write: how long the slowest held up the
 * server's event loop, and how long its sender waited for the answer while seven others sent too.
 */
export const measureFuzz = async (isQuick: boolean): Promise<Figure[]> => {
  const many = '1000000'
  const environment = { MAX_SOCKETS: many, MAX_SOCKETS_PER_ADDRESS: many, MAX_SOCKETS_PER_DRAFT: many }
  const metrics = await freePort()
  const server = await startTestServer({
    asProcess: builtServer,
    environment: { ...environment, MAX_SOCKETS_PER_MEMBER: many, METRICS_PORT: `${metrics}` },
  })
  const fuzzer = await openFuzzer(server, 2023)
  // What a process does for the first time is not a frame's fault.
  await fuzzer.send(1000)
  await readStall(metrics)
  const before = fuzzer.read()
  await fuzzer.send(isQuick ? 20_000 : 200_000)
  const stall = await readStall(metrics)
  if (fuzzer.disturbed() > 0) throw new Error('an honest page was sent away')
  for (const writer of fuzzer.honest) writer.leave()
  await server.stop()
  const frames = `${fuzzer.read() - before} frames of any bytes`
  const note = fuzzer.turnedAway() > 0 ? { note: `${fuzzer.turnedAway()} times “come back later”` } : {}
  return [
    { name: `Longest stall of the event loop by ${frames}`, value: Math.round(stall), unit: 'ms', target, ...note },
    { name: `The slowest of them is answered`, value: Math.round(fuzzer.slowestMs()), unit: 'ms', target },
  ]
}
