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

/** Measures one server, which it starts and stops itself. */
export interface Measure {
  claims: readonly Claim[]
  measure(name: PeerName, scale: { isQuick: boolean }): Promise<Values>
}
