import type { What } from '../../../domain/finding.ts'
import { tickName } from '../../../domain/tick.ts'

const begin = '#offen='

/** By what other pages lead to the place of a finding in the draft. */
export const findingFragment = (what: What): string => begin + encodeURIComponent(markOf(what))

/** Whether a page's fragment leads to this finding. */
export const isFragmentOf = (fragment: string, what: What): boolean => fragment === findingFragment(what)

export const leadsToFinding = (fragment: string): boolean => fragment.startsWith(begin)

const markOf = (what: What): string =>
  [
    what.name,
    'field' in what ? what.field.id : '',
    'section' in what ? what.section.id : '',
    'sector' in what ? what.sector.id : '',
    'tick' in what ? tickName(what.tick) : '',
    'partner' in what ? (what.partner?.id ?? '') : '',
  ].join('/')
