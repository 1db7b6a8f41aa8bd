import type { SafetyStatus } from '../../state/safety-status.ts'

const fromWorst: readonly SafetyStatus['name'][] = [
  'device-failure',
  'memory-only',
  'refused',
  'signed-out',
  'damaged',
  'server-full',
  'offline',
  'sending',
  'quiet-offline',
  'opening',
  'live',
]

/** What several drafts together have to say: the status of the one in most danger. Null without drafts. */
export const worstStatus = (statuses: readonly SafetyStatus[]): SafetyStatus | null =>
  statuses.reduce<SafetyStatus | null>(
    (worst, each) => (worst && fromWorst.indexOf(worst.name) <= fromWorst.indexOf(each.name) ? worst : each),
    null,
  )
