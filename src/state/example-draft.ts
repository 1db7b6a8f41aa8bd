import type { FactValue } from '../document/read-expression.ts'
import type { Line } from '../document/lines.ts'
import type { Sector } from '../domain/sector.ts'

/** A written-out draft of an invented town, so that a newcomer sees a full document at once. */
export interface ExampleDraft {
  callId: string
  facts: readonly (readonly [fieldId: string, value: FactValue])[]
  partners: readonly { name: string; sector: Sector; lead: boolean }[]
  sections: readonly { id: string; lines: readonly Line[]; done: boolean }[]
}
