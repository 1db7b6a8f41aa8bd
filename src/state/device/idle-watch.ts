import { createStore, type StoreApi } from 'zustand/vanilla'

/** A shared device is let go after so long without a key or a press, and warned of it so long before (WCAG 2.2.1). */
export const idleLimitMs = 30 * 60_000
export const warningMs = 2 * 60_000

export type Idle = { name: 'active' } | { name: 'warning'; endsAt: number } | { name: 'over' }

export interface IdleWatch {
  view: StoreApi<Idle>
  /** Somebody is there. Nothing brings back what is over. */
  noteActivity: () => void
  /** Compares with the clock; to be called now and then, also after the device has slept. */
  look: () => void
}

export const createIdleWatch = (now: () => number = Date.now): IdleWatch => {
  const view = createStore<Idle>(() => ({ name: 'active' }))
  let lastAt = now()
  const look = () => {
    const { name } = view.getState()
    const next = stateAt(now(), lastAt + idleLimitMs)
    if (name !== 'over' && name !== next.name) view.setState(next, true)
  }
  return {
    view,
    look,
    noteActivity: () => {
      look()
      if (view.getState().name === 'over') return
      lastAt = now()
      look()
    },
  }
}

const stateAt = (nowMs: number, endsAt: number): Idle => {
  if (nowMs >= endsAt) return { name: 'over' }
  return nowMs >= endsAt - warningMs ? { name: 'warning', endsAt } : { name: 'active' }
}
