import { describe, expect, it } from 'vitest'
import * as decoding from 'lib0/decoding'
import { encodePresence, type PresenceEntry } from '../../server/sync/frames.ts'
import { createPresenceList } from '../../server/sync/presence.ts'

const said = (...entries: PresenceEntry[]): Uint8Array => {
  const decoder = decoding.createDecoder(encodePresence(entries))
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}
const entry = (clientId: number, clock: number, state = '{}'): PresenceEntry => ({ clientId, clock, state })
const amina = { memberId: 'amina' }
const bruno = { memberId: 'bruno' }

describe('presence', () => {
  it('keeps the newest of each and shows it to who comes later', () => {
    const list = createPresenceList<{ memberId: string }>()
    list.receive(amina, said(entry(1, 1)))
    list.receive(amina, said(entry(1, 2, '{"place":null}')))
    list.receive(bruno, said(entry(2, 1)))
    expect(list.everyone()).toEqual(encodePresence([entry(1, 2, '{"place":null}'), entry(2, 1)]))
  })

  it('lets nobody speak for somebody else, nor for two', () => {
    const list = createPresenceList<{ memberId: string }>()
    list.receive(amina, said(entry(1, 1)))
    expect(list.receive(bruno, said(entry(1, 9, 'null')))).toBeNull()
    expect(list.receive(bruno, said(entry(1, 9), entry(2, 1), entry(3, 1)))).toEqual(encodePresence([entry(2, 1)]))
    expect(list.receive(bruno, said(entry(3, 1)))).toBeNull()
    expect(list.everyone()).toEqual(encodePresence([entry(1, 1), entry(2, 1)]))
  })

  it('passes over what is older, too long or no object, and throws at what is no JSON', () => {
    const list = createPresenceList<{ memberId: string }>()
    list.receive(amina, said(entry(1, 5)))
    expect(list.receive(amina, said(entry(1, 4)))).toBeNull()
    expect(list.receive(amina, said(entry(1, 6, '[]')))).toBeNull()
    expect(list.receive(amina, said(entry(1, 6, `{"a":"${'x'.repeat(5000)}"}`)))).toBeNull()
    expect(() => list.receive(amina, said(entry(1, 6, '{')))).toThrow(SyntaxError)
  })

  it('lets a page that came back on a new line go on, and its dead line end quietly', () => {
    const list = createPresenceList<{ memberId: string }>()
    const again = { memberId: 'amina' }
    list.receive(amina, said(entry(1, 1)))
    list.receive(again, said(entry(1, 2)))
    expect(list.leave(amina)).toBeNull()
    expect(list.leave(again)).toEqual(encodePresence([entry(1, 2, 'null')]))
    expect(list.everyone()).toBeNull()
  })
})
