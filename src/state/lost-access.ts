import { mergeChanges, readOwnWords } from '../document/read-change.ts'
import type { Call } from '../domain/call.ts'
import { may } from '../domain/role.ts'
import type { Desk } from './desk.ts'
import { countChanges } from '../storage/count-changes.ts'
import type { LiveDraft } from './live-draft.ts'

/** The right to write has ended on this device while something had not been sent, or the membership has. */
export interface LostAccess {
  kind: 'removed' | 'read-only'
  /** Changes the server never took, with what was said and agreed to. */
  unsent: number
  /** What of them was agreed to or said of the package; it counts for nothing now. */
  agreed: number
  /** Whether the owners have them now, to read and to decide. */
  handedOver: boolean
}

/** What was lost by what the server last said; null while nothing was. */
export const findLoss = (live: LiveDraft): Omit<LostAccess, 'handedOver'> | null => {
  const { access, removed } = live.record()
  const { text, said, acts } = unsentOf(live)
  if (removed) return { kind: 'removed', unsent: text + said + acts, agreed: live.record().actsWaiting ?? 0 }
  const role = access?.me.role ?? 'owner'
  // Whoever only reads may agree all the same: that still goes out.
  const unsent = (may(role, 'write-content') ? 0 : text) + (may(role, 'discuss') ? 0 : said)
  return unsent > 0 ? { kind: 'read-only', unsent, agreed: 0 } : null
}

/** Changes of the text, and what is never handed over: entries of the discussion, versions and agreement. */
export const unsentOf = (live: LiveDraft): { text: number; said: number; acts: number } => {
  const text = countChanges(live.storage.waiting())
  const said = live.documentFacts().waiting - text
  return { text, said, acts: live.facts().waiting - text - said }
}

/**
 * Gives the owners what this device had not sent. The server takes it once per device, so that what is written after
 * this moment counts as later. Without anything to give, that alone is told.
 */
export const handOver = async ({ api }: Desk, { draftId, storage }: LiveDraft): Promise<boolean> => {
  await storage.whenIdle()
  const answer = await api.team.handOver(draftId, mergeChanges(storage.unsent()))
  return answer.ok && storage.waiting().length > 0
}

/** This person's own words that the server never took, as a text to keep. */
export const unsentText = (live: LiveDraft, call: Call): string => {
  const words = readOwnWords(live.doc, mergeChanges(live.storage.unsent()))
  const written = call.sections.flatMap(({ id, title }) => {
    const own = words.get(id)
    return own ? [`${title}\n${own.join('\n')}`] : []
  })
  return [...written, ...live.unsentSaid()].join('\n\n')
}
