import * as encoding from 'lib0/encoding'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { roles } from '../../../src/domain/role.ts'
import { encodeMark, messageType, syncType } from '../../../src/protocol/messages.ts'
import { seeded } from '../../bench/history.ts'
import { collectGarbage } from '../../world/collect-garbage.ts'
import { startTestServer } from '../../world/server.ts'
import { frame, openLine, openWriter, until } from '../line.ts'
import { amina, bruno, joinDraft, startDraft } from '../person.ts'
import { written } from './scene.ts'

const frames = Number(process.env['FUZZ_FRAMES'] ?? 20_000)
const seed = Number(process.env['FUZZ_SEED'] ?? 2023)
const framesPerLine = 25

const endless = { socketsPerAddress: 1e6, socketsPerDraft: 1e6, socketsPerMember: 1e6, sockets: 1e6 }

it(`${frames} frames of any bytes, from all roles and from nobody, crash nothing and disturb nobody (seed ${seed})`, async () => {
  const server = await startTestServer({ limits: endless })
  const random = seeded(seed)
  const pick = (count: number): number => Math.floor(random() * count)
  const host = await startDraft(server, amina)
  const guests = await Promise.all(roles.map((role) => joinDraft(server, host, { ...bruno, role })))
  const cookies = ['', 'session=nonsense', ...guests.map((guest) => guest.cookie())]
  const honest = [
    openWriter(server, host.draftId, host.browser.cookie()),
    openWriter(server, host.draftId, guests[1]?.cookie() ?? ''),
  ] as const
  await Promise.all(honest.map((writer) => writer.whenSynced()))
  let disturbed = 0
  for (const writer of honest) writer.provider.on('connection-close', () => (disturbed += 1))

  const presence = (): Uint8Array => {
    const encoder = encoding.createEncoder()
    for (const number of [1, pick(9), pick(9)]) encoding.writeVarUint(encoder, number)
    encoding.writeVarString(encoder, '{"place":null}')
    return frame(messageType.awareness, encoding.toUint8Array(encoder))
  }
  const seedUpdates = [
    written((doc) => doc.getText('text/ziele').insert(0, 'Wir ä😀\n', { bold: true }), 1 + pick(1000)),
    written((doc) => doc.getMap('fields').set('place.name', 'Schwerte'), 1 + pick(1000)),
  ]
  const someFrame = (): Uint8Array => {
    const current = honest[0].doc
    switch (pick(8)) {
      case 0:
        return encodeMark(pick(1000))
      case 1:
        return presence()
      case 2:
        return frame(messageType.sync, syncType.step1, Y.encodeStateVector(current))
      case 3:
        return frame(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(current))
      case 4:
        return frame(102 + pick(50), pick(1000))
      case 5:
        return Uint8Array.from({ length: pick(40) }, () => pick(256))
      default:
        return frame(messageType.sync, pick(3), seedUpdates[pick(seedUpdates.length)] ?? new Uint8Array())
    }
  }
  const mutated = (bytes: Uint8Array): Uint8Array => {
    if (random() < 0.6) return bytes
    const changed = [...bytes]
    for (let change = 1 + pick(3); change > 0; change--) {
      const at = pick(changed.length)
      if (random() < 0.7) changed[at] = pick(256)
      else changed.splice(at, pick(3), ...Array.from({ length: pick(4) }, () => pick(256)))
    }
    return Uint8Array.from(changed)
  }

  const closes = new Map<number, number>()
  const playLine = async (): Promise<void> => {
    const line = await openLine(server, host.draftId, { cookie: cookies[pick(cookies.length)] ?? '' })
    for (let each = 0; each < framesPerLine; each++) line.send(mutated(someFrame()))
    // Ends the line at the latest, when everything before it is read.
    line.send(new Uint8Array())
    const code = await line.whenClosed()
    closes.set(code, (closes.get(code) ?? 0) + 1)
  }

  const rounds = Math.ceil(frames / framesPerLine / 8)
  let memoryAfterWarmUp = 0
  for (let round = 0; round < rounds; round++) {
    honest[round % 2]?.write('ausgangslage', `${round} `)
    await Promise.all(Array.from({ length: 8 }, playLine))
    if (round === Math.floor(rounds / 4)) {
      collectGarbage()
      memoryAfterWarmUp = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
    }
  }
  await until('the honest read the same', () => honest[0].read('ausgangslage') === honest[1].read('ausgangslage'))
  collectGarbage()
  const grown = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers - memoryAfterWarmUp
  expect(grown).toBeLessThan(30_000_000)
  expect(disturbed).toBe(0)
  for (const code of closes.keys()) expect([4400, 4401, 4403, 4409, 4413, 4422, 4424]).toContain(code)

  const newcomer = openWriter(server, host.draftId, host.browser.cookie())
  await newcomer.whenSynced()
  await until('the newcomer reads the same', () => newcomer.read('ausgangslage') === honest[0].read('ausgangslage'))
  for (const { doc } of [newcomer, ...honest]) {
    expect(doc.getText('text/ziele').toDelta()).toEqual(honest[0].doc.getText('text/ziele').toDelta())
    expect(doc.getMap('fields').toJSON()).toEqual(honest[0].doc.getMap('fields').toJSON())
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
  }
  for (const writer of [newcomer, ...honest]) writer.leave()
  await server.stop()
})
