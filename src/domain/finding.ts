import type { CallField, CallSection, CallSector, Certainty } from './call.ts'
import type { FactProblem, FactValue } from './fact.ts'
import type { Partner } from './partner.ts'
import type { Progress } from './section-progress.ts'
import type { Tick } from './tick.ts'

/** What of a draft the rules of its call speak about. */
export interface DraftContents {
  facts: ReadonlyMap<string, FactValue>
  /** Other values, by field id or `partnerKey`, that were written at the same time, until somebody has chosen. */
  rivals: ReadonlyMap<string, readonly FactValue[]>
  partners: readonly Partner[]
  sections: readonly { section: CallSection; count: number; progress: Progress }[]
  /** Names of what is ticked, see `tickName`. */
  ticked: readonly string[]
}

/** Something to do. What it says leads to one place of the page. */
export interface Finding {
  what: What
  /** False for what the call only warns about, and for what is voluntary. */
  blocks: boolean
  certainty: Certainty
}

/** Whose finding it is. */
export type Called = Pick<Partner, 'id' | 'name'>

export type What =
  | { name: 'fact-missing'; field: CallField; partner: Called | null }
  | { name: 'fact-wrong'; field: CallField; partner: Called | null; value: FactValue; problem: FactProblem }
  | { name: 'fact-disputed'; field: CallField; partner: Called | null }
  | { name: 'sector-missing'; sector: CallSector }
  | { name: 'partners-too-few'; count: number; minimum: number }
  | { name: 'partner-nameless'; partner: Called }
  | { name: 'partner-without-side'; partner: Called }
  | { name: 'nobody-leads' }
  | { name: 'several-lead'; partners: readonly Called[] }
  | { name: 'section-empty'; section: CallSection }
  | { name: 'section-not-done'; section: CallSection }
  | { name: 'section-too-long'; section: CallSection; excess: number }
  | { name: 'not-ticked'; title: string; tick: Tick; partner: Called | null }

export const checkNames = [
  'facts',
  'partners',
  'sections',
  'limits',
  'declarations',
  'attachments',
  'checklist',
] as const

/** One group of the call's rules: how much of it is met, and what is to do. */
export interface Check {
  name: (typeof checkNames)[number]
  done: number
  all: number
  findings: readonly Finding[]
  /** The least certain of the rules in it. */
  certainty: Certainty
}

export const leastCertain = (each: readonly Certainty[]): Certainty =>
  each.includes('assumed') ? 'assumed' : each.includes('secondary') ? 'secondary' : 'known'
