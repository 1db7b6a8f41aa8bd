import * as decoding from 'lib0/decoding'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { encodePresence, type PresenceEntry } from '../../server/sync/frames.ts'
import { createPresenceList, maxStateBytes, presencePauseMs } from '../../server/sync/presence.ts'
import type { Member } from '../../src/domain/person.ts'
import { amina, bruno, carla } from './person.ts'

const said = (...entries: PresenceEntry[]): Uint8Array => {
  const decoder = decoding.createDecoder(encodePresence(entries))
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}
const entry = (clientId: number, clock: number, state = '{}'): PresenceEntry => ({ clientId, clock, state })

const guest = (id: string, person = amina): { member: Member } => ({
  member: { ...person, id, role: 'editor', joinedAt: 1 },
})
const introduced = ({ member }: { member: Member }, state: object = {}): string => {
  const { name, organisation, sector, role } = member
  return JSON.stringify({ ...state, person: { name, organisation, sector, role } })
}

const openList = () => {
  const told: Uint8Array[] = []
  const list = createPresenceList<{ member: Member }>((message) => told.push(message))
  return { list, told, later: () => vi.advanceTimersByTime(presencePauseMs) }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('presence', () => {
  const [a, b] = [guest('amina'), guest('bruno', bruno)]

  it('keeps the newest of each and shows it to who comes later', () => {
    const { list } = openList()
    list.receive(a, said(entry(1, 1)))
    list.receive(a, said(entry(1, 2, '{"place":null}')))
    list.receive(b, said(entry(2, 1)))
    const expected = [entry(1, 2, introduced(a, { place: null })), entry(2, 1, introduced(b))]
    expect(list.everyone()).toEqual(encodePresence(expected))
  })

  it('M12: says itself who someone is, whatever they say', () => {
    const { list, told, later } = openList()
    list.receive(a, said(entry(1, 1, JSON.stringify({ user: { name: 'x' }, person: carla }))))
    later()
    expect(told).toEqual([encodePresence([entry(1, 1, introduced(a, { user: { name: 'x' } }))])])
  })

  it('tells everyone at most ten times a second, of each the newest', () => {
    const { list, told, later } = openList()
    list.receive(a, said(entry(1, 1)))
    later()
    for (let clock = 2; clock <= 50; clock++) list.receive(a, said(entry(1, clock)))
    list.receive(b, said(entry(2, 7)))
    expect(told).toEqual([encodePresence([entry(1, 1, introduced(a))])])
    later()
    expect(told.slice(1)).toEqual([encodePresence([entry(1, 50, introduced(a)), entry(2, 7, introduced(b))])])
    later()
    expect(told).toHaveLength(2)
  })

  it('M12: lets nobody speak for somebody else, nor for two', () => {
    const { list, told, later } = openList()
    list.receive(a, said(entry(1, 1)))
    list.receive(b, said(entry(1, 9, 'null')))
    list.receive(b, said(entry(1, 9), entry(2, 1), entry(3, 1)))
    list.receive(b, said(entry(3, 1)))
    later()
    const expected = encodePresence([entry(1, 1, introduced(a)), entry(2, 1, introduced(b))])
    expect(told).toEqual([expected])
    expect(list.everyone()).toEqual(expected)
  })

  it('M13: passes over what is older, too long or no object, and throws at what is no JSON', () => {
    const { list, told, later } = openList()
    list.receive(a, said(entry(1, 5)))
    later()
    list.receive(a, said(entry(1, 4)))
    list.receive(a, said(entry(1, 6, '[]')))
    list.receive(a, said(entry(1, 6, JSON.stringify({ a: 'ä'.repeat(maxStateBytes / 2) }))))
    later()
    expect(told).toHaveLength(1)
    expect(() => list.receive(a, said(entry(1, 6, '{')))).toThrow(SyntaxError)
  })

  it('lets a page that came back on a new line go on, and its dead line end quietly', () => {
    const { list, told, later } = openList()
    const again = guest('amina')
    list.receive(a, said(entry(1, 1)))
    list.receive(again, said(entry(1, 2)))
    later()
    list.leave(a)
    expect(told).toHaveLength(1)
    list.leave(again)
    expect(told.at(-1)).toEqual(encodePresence([entry(1, 2, 'null')]))
    expect(list.everyone()).toBeNull()
  })

  it('leaves a page its place when another page of the same person, which shows none, repeats it', () => {
    const { list, later } = openList()
    const phone = guest('amina')
    list.receive(a, said(entry(1, 4)))
    list.receive(phone, said(entry(1, 4)))
    later()
    list.receive(phone, said(entry(1, 4), entry(2, 1)))
    list.receive(a, said(entry(1, 5)))
    expect(list.everyone()).toEqual(encodePresence([entry(2, 1, introduced(phone)), entry(1, 5, introduced(a))]))
  })
})
