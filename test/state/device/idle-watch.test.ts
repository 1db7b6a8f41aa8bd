import { expect, it } from 'vitest'
import { createIdleWatch, idleLimitMs, warningMs } from '../../../src/state/device/idle-watch.ts'

it('warns two minutes before thirty have passed, and any key begins them anew', () => {
  let now = 1_000_000
  const watch = createIdleWatch(() => now)
  const after = (ms: number) => {
    now += ms
    watch.look()
    return watch.view.getState().name
  }
  expect(after(idleLimitMs - warningMs - 1)).toBe('active')
  expect(after(1)).toBe('warning')
  expect(watch.view.getState()).toEqual({ name: 'warning', endsAt: 1_000_000 + idleLimitMs })
  watch.noteActivity()
  expect(watch.view.getState().name).toBe('active')
  expect(after(idleLimitMs - 1)).toBe('warning')
  expect(after(1)).toBe('over')
})

it('is over for whoever comes back to a device that has slept: a key does not bring it back', () => {
  let now = 0
  const watch = createIdleWatch(() => now)
  now += idleLimitMs * 3
  watch.noteActivity()
  expect(watch.view.getState()).toEqual({ name: 'over' })
})
