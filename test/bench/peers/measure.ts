import type { PeerName } from './peer-servers.ts'

/** Measured values by name; units stand in the name. */
export type Values = Record<string, number>

/** What a measured value must reach. */
export interface Claim {
  name: string
  /** The name of the value. */
  of: string
  /** Ours divided by the better peer's may be this at most; with a unit, ours itself in every round. */
  target: number
  unit?: 'ms' | 'updates'
  /** More is better: the target is the least. */
  isLeast?: boolean
}

/** Measures one server, which it starts; stopped it is in any case. */
export interface Measure {
  claims: readonly Claim[]
  measure(name: PeerName, scale: { isQuick: boolean }): Promise<Values>
}

/** Thrown by a measure when a server has not done in time what was asked of it, with what that had cost it so far. */
export class NotEnded extends Error {
  readonly seconds: number
  readonly atLeast: Values

  constructor(seconds: number, atLeast: Values) {
    super(`not ended in ${seconds} s`)
    this.seconds = seconds
    this.atLeast = atLeast
  }
}
