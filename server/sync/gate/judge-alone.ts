import type { ContentLog } from '../compact-content.ts'
import { createGate, type Verdict } from './gate.ts'
import { contentShape } from './shape.ts'

/**
 * What the gate says to a change of a draft's content that nobody is in the room for: of its form and of what it builds
 * on, whoever wrote it. Yjs must see no foreign bytes before: what it keeps waiting for costs the square of its size.
 */
export const judgeAlone = (
  { snapshot, updates }: ContentLog,
  change: Uint8Array,
  sections: readonly string[] | null,
): Verdict => {
  const gate = createGate({
    shape: contentShape(sections),
    claims: new Map(),
    isRecovering: () => true,
    isFull: () => false,
  })
  for (const bytes of snapshot ? [snapshot, ...updates] : updates) gate.learn(bytes)
  return gate.judge(change, { memberId: '', sessionId: '', mayWrite: true, isLive: false })
}
