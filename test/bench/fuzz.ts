import { builtServer, startTestServer } from '../world/server.ts'
import { openFuzzer } from '../server/gate/fuzzer.ts'
import type { Figure } from './figure.ts'

const frames = 20_000

/** The slowest of many frames of any bytes, as whoever sends it sees it; others are heard at the same time. */
export const measureFuzz = async (): Promise<Figure[]> => {
  const many = '1000000'
  const environment = { MAX_SOCKETS: many, MAX_SOCKETS_PER_ADDRESS: many, MAX_SOCKETS_PER_DRAFT: many }
  const server = await startTestServer({
    asProcess: builtServer,
    environment: { ...environment, MAX_SOCKETS_PER_MEMBER: many },
  })
  const fuzzer = await openFuzzer(server, 2023)
  await fuzzer.send(frames)
  for (const writer of fuzzer.honest) writer.leave()
  await server.stop()
  const name = `The slowest of ${fuzzer.read()} frames of any bytes is answered`
  return [{ name, value: Math.round(fuzzer.slowestMs()), unit: 'ms', target: 250 }]
}
