import { describe, expect, it } from 'vitest'
import { judge, judgeAll, type ReadyFacts } from '../../src/state/ready/ready-checks.ts'

const now = Date.UTC(2023, 10, 2, 14, 32)
const hourMs = 3_600_000
const dayMs = 24 * hourMs

const best: ReadyFacts = {
  now,
  shell: { here: 40, all: 40 },
  draft: { isHere: true, hasTalk: true, isLocked: false, waiting: 0, lastContactAt: now - hourMs },
  deviceKeeps: true,
  isPersistent: true,
  isEvictable: false,
  freeBytes: 5e9,
  sessionEndsAt: now + 30 * dayMs,
  clockAheadMs: 800,
}
const told = (name: Parameters<typeof judge>[0], change: Partial<ReadyFacts>) => {
  const { level, why, repair } = judge(name, { ...best, ...change })
  return [level, why, repair]
}

describe('a device before a meeting', () => {
  it('with everything on it is ready in every point', () => {
    expect(judgeAll(best).map(({ level }) => level)).toEqual(Array.from({ length: 6 }, () => 'ready'))
  })

  it('needs the whole app', () => {
    expect(told('app', { shell: { here: 39, all: 40 } })).toEqual(['missing', 'incomplete', 'fetch-app'])
    expect(told('app', { shell: { here: 0, all: 0 } })).toEqual(['missing', 'no-worker', 'fetch-app'])
    expect(told('app', { shell: null })).toEqual(['unknown', 'unknown', null])
  })

  it('needs the draft, fresh and sent', () => {
    const draft = best.draft
    expect(told('draft', { draft: { ...draft, isHere: false } })).toEqual(['missing', 'not-here', 'fetch-draft'])
    expect(told('draft', { draft: { ...draft, isLocked: true, waiting: 2 } })).toEqual([
      'missing',
      'locked',
      'fetch-draft',
    ])
    expect(told('draft', { draft: { ...draft, waiting: 2 } })).toEqual(['attention', 'waiting', 'fetch-draft'])
    expect(told('draft', { draft: { ...draft, hasTalk: false } })).toEqual([
      'attention',
      'no-discussion',
      'fetch-draft',
    ])
    const old = { ...draft, lastContactAt: now - dayMs }
    expect(told('draft', { draft: old })).toEqual(['attention', 'old', 'fetch-draft'])
    expect(told('draft', { draft: { ...draft, lastContactAt: null } })).toEqual(['attention', 'old', 'fetch-draft'])
  })

  it('should keep what is stored', () => {
    expect(told('kept', { deviceKeeps: false })).toEqual(['missing', 'memory', null])
    expect(told('kept', { isPersistent: false })).toEqual(['attention', 'not-promised', 'persist'])
    expect(told('kept', { isPersistent: false, isEvictable: true })).toEqual(['attention', 'evictable', null])
    expect(told('kept', { isPersistent: true, isEvictable: true })).toEqual(['ready', 'fine', null])
    expect(told('kept', { isPersistent: null })).toEqual(['unknown', 'unknown', null])
  })

  it('should have room left', () => {
    expect(told('room', { freeBytes: 20_000_000 })).toEqual(['attention', 'little', null])
    expect(told('room', { freeBytes: null })).toEqual(['unknown', 'unknown', null])
  })

  it('should be known to the server for days', () => {
    expect(told('session', { sessionEndsAt: now + dayMs })).toEqual(['attention', 'ends-soon', 'refresh-session'])
    expect(told('session', { sessionEndsAt: 0 })).toEqual(['missing', 'ended', null])
    expect(told('session', { sessionEndsAt: null })).toEqual(['unknown', 'unknown', 'refresh-session'])
  })

  it('should know what time it is', () => {
    expect(told('clock', { clockAheadMs: -hourMs })).toEqual(['attention', 'off', null])
    expect(told('clock', { clockAheadMs: 119_000 })).toEqual(['ready', 'fine', null])
    expect(told('clock', { clockAheadMs: null })).toEqual(['unknown', 'unknown', null])
  })
})
