import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../world/server.ts'
import { openLine, until } from './line.ts'
import { amina, bruno, carla, joinDraft, startDraft } from './person.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const greatestClock = Number.MAX_SAFE_INTEGER

/** Amina, Bruno who is up to no good, and somebody who watches, each with a line of their own. */
const openThree = async () => {
  const host = await startDraft(server, amina)
  const guest = await joinDraft(server, host, { ...bruno, role: 'editor' })
  const watcher = await joinDraft(server, host, { ...carla, role: 'viewer' })
  const open = (browser: { cookie(): string }) => openLine(server, host.draftId, { cookie: browser.cookie() })
  const [a, b, w] = await Promise.all([open(host.browser), open(guest), open(watcher)])
  /** What the watcher last heard of a client id. */
  const seen = (clientId: number): unknown => {
    const entry = w.presence().findLast((each) => each.clientId === clientId)
    return entry && (JSON.parse(entry.state) as unknown)
  }
  const say = (line: typeof a, clientId: number, clock: number, state: object | null) =>
    line.sendPresence([{ clientId, clock, state: JSON.stringify(state) }])
  const leave = () => Promise.all([a, b, w].map((line) => line.cut()))
  return { a, b, w, say, seen, leave }
}

it('M12: nobody is somebody else, speaks for somebody else or makes them vanish', async () => {
  const { a, b, w, say, seen, leave } = await openThree()
  say(a, 1, 1, { at: 'a', person: carla })
  await until('Amina is seen', () => seen(1) !== undefined)
  expect(seen(1)).toEqual({ at: 'a', person: { ...amina, role: 'owner' } })
  say(b, 1, 9, null)
  say(b, 1, greatestClock, { at: 'forged' })
  b.sendPresence([
    { clientId: 1, clock: greatestClock, state: '{"at":"forged"}' },
    { clientId: 2, clock: 1, state: '{"at":"b"}' },
    { clientId: 3, clock: 1, state: '{"at":"forged"}' },
  ])
  await until('Bruno is seen', () => seen(2) !== undefined)
  expect(seen(2)).toMatchObject({ person: bruno })
  // With a forged clock her own words would now be old.
  say(a, 1, 2, { at: 'still here' })
  await until('Amina is seen again', () => JSON.stringify(seen(1)).includes('still here'))
  expect(
    w
      .presence()
      .map(({ state }) => state)
      .join(),
  ).not.toMatch(/null|forged/)
  expect(seen(3)).toBeUndefined()
  expect([a.closed, b.closed]).toEqual([null, null])
  await leave()
})

it('M13: a flood reaches nobody but for its end, and what nests too deep not at all', async () => {
  const { a, b, w, say, seen, leave } = await openThree()
  const flood = 2000
  for (let clock = 1; clock <= flood; clock++) say(b, 2, clock, { at: clock })
  await until('its end is seen', () => JSON.stringify(seen(2) ?? null).includes(`"at":${flood}`))
  const heard = w.presence().filter(({ clientId }) => clientId === 2).length
  expect(heard).toBeLessThan(flood / 10)
  say(b, 2, flood + 1, { a: { b: { c: { d: {} } } } })
  say(b, 2, flood + 2, { a: { b: { c: {} } } })
  await until('the flatter one is seen', () => JSON.stringify(seen(2)).includes('"c":{}'))
  expect(
    w
      .presence()
      .map(({ state }) => state)
      .join(),
  ).not.toContain('"d"')
  say(a, 1, 1, { at: 'a' })
  await until('Amina is seen', () => seen(1) !== undefined)
  await leave()
})
