import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusals } from '../../src/domain/refusal.ts'
import { safetyStatus, withActs, withTalk, type SafetyFacts, type TalkFacts } from '../../src/state/safety-status.ts'
import type { StorageState } from '../../src/storage/storage-state.ts'
import type { ConnectionState } from '../../src/sync/connection-state.ts'

const at = Date.UTC(2023, 9, 14, 12, 32)
const quiet: SafetyFacts = {
  storage: { name: 'kept' },
  lacks: false,
  connection: { name: 'live' },
  waiting: 0,
  lastStoredAt: at,
  lastContactAt: at + 60_000,
}
const status = (facts: Partial<SafetyFacts>) => safetyStatus({ ...quiet, ...facts })

const trying = { name: 'connecting', patient: true, wasLive: false } as const
const blink = { name: 'connecting', patient: true, wasLive: true } as const
const gone = { name: 'connecting', patient: false, wasLive: true } as const

describe('the table of states', () => {
  it('live: nothing waits and the server answers', () => {
    expect(status({})).toEqual({ name: 'live', at })
    expect(status({ storage: { name: 'writing' } })).toEqual({ name: 'live', at })
  })

  it('live: where nothing was ever sent from here, the time the server was heard', () => {
    expect(status({ lastStoredAt: null })).toEqual({ name: 'live', at: at + 60_000 })
  })

  it('sending: something waits and the server answers', () => {
    expect(status({ waiting: 3 })).toEqual({ name: 'sending', waiting: 3 })
  })

  it('offline: something waits and there is no line', () => {
    expect(status({ waiting: 12, connection: gone })).toEqual({ name: 'offline', waiting: 12 })
    expect(status({ waiting: 12, connection: { name: 'off' } })).toEqual({ name: 'offline', waiting: 12 })
  })

  it('quiet offline: nothing waits and there is no line', () => {
    expect(status({ connection: gone })).toEqual({ name: 'quiet-offline', since: at + 60_000 })
    expect(status({ connection: gone, lastContactAt: null })).toEqual({ name: 'quiet-offline', since: null })
  })

  it('two seconds of patience: nobody is told of a blink', () => {
    expect(status({ connection: blink })).toEqual({ name: 'live', at })
    expect(status({ connection: blink, waiting: 1 })).toEqual({ name: 'sending', waiting: 1 })
  })

  it('two seconds of patience: a page that has not heard the server yet claims nothing', () => {
    expect(status({ connection: trying })).toEqual({ name: 'opening' })
    expect(status({ connection: trying, waiting: 2 })).toEqual({ name: 'sending', waiting: 2 })
  })

  it('device failure: with its reason, and whether the server has everything', () => {
    for (const reason of ['full', 'closed', 'silent', 'newer', 'unknown'] as const) {
      const storage = { name: 'failed', reason } as const
      expect(status({ storage })).toEqual({ name: 'device-failure', reason, serverHasAll: true })
      expect(status({ storage, waiting: 1 })).toEqual({ name: 'device-failure', reason, serverHasAll: false })
      expect(status({ storage, connection: gone })).toEqual({ name: 'device-failure', reason, serverHasAll: false })
    }
  })

  it('memory only: whether the server has everything', () => {
    const storage = { name: 'memory' } as const
    expect(status({ storage })).toEqual({ name: 'memory-only', serverHasAll: true })
    expect(status({ storage, waiting: 1 })).toEqual({ name: 'memory-only', serverHasAll: false })
    expect(status({ storage, isShared: true })).toEqual({ name: 'memory-only', serverHasAll: true, isShared: true })
    expect(status({ storage, connection: blink })).toEqual({ name: 'memory-only', serverHasAll: false })
  })

  it('login: the session has ended', () => {
    const connection = { name: 'refused', refusal: 'signed-out' } as const
    expect(status({ connection, waiting: 12 })).toEqual({ name: 'signed-out', waiting: 12 })
  })

  it('refused: with the reason', () => {
    for (const refusal of refusals.filter((each) => each !== 'signed-out')) {
      expect(status({ connection: { name: 'refused', refusal }, waiting: 4 })).toEqual({
        name: 'refused',
        refusal,
        waiting: 4,
      })
    }
  })

  it('damaged: a part of what is here is missing, and who brings it', () => {
    expect(status({ lacks: true })).toEqual({ name: 'damaged', waiting: 0, reachable: true })
    const offline = status({ lacks: true, waiting: 3, connection: gone })
    expect(offline).toEqual({ name: 'damaged', waiting: 3, reachable: false })
    expect(status({ lacks: true, connection: { name: 'refused', refusal: 'removed' } }).name).toBe('refused')
  })

  it('a version or a word of agreement that waits is no less than a change', () => {
    const said = (facts: Partial<SafetyFacts>) =>
      safetyStatus(withActs({ ...quiet, ...facts }, { actsWaiting: 1, versionsWaiting: 2 }))
    expect(said({ waiting: 4 })).toEqual({ name: 'sending', waiting: 7 })
    expect(said({ connection: gone })).toEqual({ name: 'offline', waiting: 3 })
    expect(said({ storage: { name: 'memory' } })).toEqual({ name: 'memory-only', serverHasAll: false })
    expect(safetyStatus(withActs(quiet, {}))).toEqual({ name: 'live', at })
  })

  it('opening: until this device has handed out the draft', () => {
    expect(status({ storage: { name: 'opening' }, waiting: 5, connection: gone })).toEqual({ name: 'opening' })
  })
})

describe('whatever the facts are', () => {
  const storages: StorageState[] = [
    { name: 'opening' },
    { name: 'writing' },
    { name: 'kept' },
    { name: 'memory' },
    { name: 'failed', reason: 'full' },
    { name: 'failed', reason: 'closed' },
    { name: 'failed', reason: 'unknown' },
  ]
  const connections: ConnectionState[] = [
    { name: 'off' },
    trying,
    blink,
    gone,
    { name: 'live' },
    ...refusals.map((refusal) => ({ name: 'refused' as const, refusal })),
  ]
  const facts = fc.record({
    storage: fc.constantFrom(...storages),
    lacks: fc.boolean(),
    connection: fc.constantFrom(...connections),
    waiting: fc.nat(1000),
    lastStoredAt: fc.option(fc.nat()),
    lastContactAt: fc.option(fc.nat()),
  })

  it('danger to what is on this device is always told first', () => {
    fc.assert(
      fc.property(facts, (each) => {
        const { name } = safetyStatus(each)
        expect(name === 'device-failure').toBe(each.storage.name === 'failed')
        expect(name === 'memory-only').toBe(each.storage.name === 'memory')
      }),
    )
  })

  it('nothing is called transferred while something waits', () => {
    fc.assert(
      fc.property(facts, (each) => {
        const told = safetyStatus(each)
        const isClaimed = told.name === 'live' || ('serverHasAll' in told && told.serverHasAll)
        expect(isClaimed && each.waiting > 0).toBe(false)
        expect('waiting' in told ? told.waiting : each.waiting).toBe(each.waiting)
      }),
    )
  })
})

describe('the text and what is said about it', () => {
  const silent: TalkFacts = { storage: { name: 'kept' }, lacks: false, line: { name: 'live' }, waiting: 0 }
  const both = (talk: Partial<TalkFacts>, text: Partial<SafetyFacts> = {}) =>
    safetyStatus(withTalk({ ...quiet, ...text }, { ...silent, ...talk }))

  it('wait together, and are in danger where one of them is', () => {
    expect(both({})).toEqual({ name: 'live', at })
    expect(both({ waiting: 2 }, { waiting: 3 })).toEqual({ name: 'sending', waiting: 5 })
    expect(both({ waiting: 2, line: gone }, { waiting: 10, connection: gone })).toEqual({
      name: 'offline',
      waiting: 12,
    })
    const full = { name: 'failed', reason: 'full' } as const
    expect(both({ storage: full }).name).toBe('device-failure')
    expect(both({ storage: { name: 'memory' } }).name).toBe('memory-only')
    expect(both({}, { storage: full }).name).toBe('device-failure')
    expect(both({ storage: { name: 'opening' } })).toEqual({ name: 'live', at })
    expect(both({ lacks: true })).toEqual({ name: 'damaged', waiting: 0, reachable: true })
  })

  it('are refused each for itself: calm while nothing waits, and where the server knows no discussions yet', () => {
    const refused = (refusal: 'not-allowed' | 'draft-full' | 'absent') => ({ name: 'refused', refusal }) as const
    expect(both({ line: refused('not-allowed') })).toEqual({ name: 'live', at })
    const told = { name: 'refused', refusal: 'not-allowed', waiting: 1 }
    expect(both({ line: refused('not-allowed'), waiting: 1 })).toEqual(told)
    expect(both({ line: refused('draft-full'), waiting: 1 })).toEqual({ ...told, refusal: 'discussion-full' })
    expect(both({ line: refused('absent'), waiting: 1 })).toEqual({ name: 'sending', waiting: 1 })
  })
})
