import { duties, type Assignee, type Duty } from '../domain/section-work.ts'
import type { Milestone } from '../domain/time-plan.ts'

/** The shape this app writes. An app that meets a higher number must not attach an editor. */
export const shapeVersion = 1

/** Field in which an app of a newer shape leaves its number; absent means 1. */
export const shapeKey = 'shape'

/** Root Y.Map with primitive values only. */
export const fieldsName = 'fields'

/** Root Y.Text of one section. */
export const textName = (sectionId: string): string => `text/${sectionId}`

/** The section a root belongs to, or null when the root is no section's text. */
export const sectionOfTextName = (rootName: string): string | null =>
  rootName.startsWith('text/') ? rootName.slice('text/'.length) : null

export const sectionDoneKey = (sectionId: string): string => `section/${sectionId}/done`

/** What the team has said of a section beside its being done: its status, and for whom and why it is closed. */
export const sectionKey = (
  sectionId: string,
  part: 'status' | 'closed/by' | 'closed/organisation' | 'closed/at' | 'closed/reason',
): string => `section/${sectionId}/${part}`

/** One who writes, reviews or releases a section: each has a key of their own, so that two can be added at once. */
export const dutyKey = (sectionId: string, duty: Duty, { partnerId, person }: Assignee): string =>
  `section/${sectionId}/${duty}/${partnerId}/${shortHash(person)}`

/** What a key of `dutyKey` is about; null for any other key. */
export const dutyOf = (key: string): { sectionId: string; duty: Duty; partnerId: string } | null => {
  const [, sectionId, word, partnerId] = /^section\/([^/]+)\/([^/]+)\/([^/]+)\/[^/]+$/.exec(key) ?? []
  const duty = duties.find((each) => each === word)
  return sectionId && duty && partnerId ? { sectionId, duty, partnerId } : null
}

/** Who makes the last edit of the draft. */
export const finalEditorKey = (part: 'name' | 'organisation'): string => `last-edit/${part}`

/** Whether a key is about people's work on the sections, where all see it, and not about what the application says. */
export const isAboutWork = (key: string): boolean => /^(?:section\/[^/]+\/(?!done$|status$)|last-edit\/)/.test(key)

/** A step of the time plan: its day where the team moved it, and whether it is done. */
export const planKey = (milestone: Milestone, part: 'day' | 'done'): string => `plan/${milestone}/${part}`

/**
 * Beside a key with a typed value: what the page with this Yjs client id said there last. Who writes a value takes away
 * every such entry they see; what is left beside the winner was written at the same time, and is not lost.
 */
export const saidKey = (clientId: number, key: string): string => `said/${clientId.toString(36)}/${key}`

/** The key that an entry of `saidKey` stands beside; null for any other key. */
export const saidBeside = (key: string): string | null => /^said\/[0-9a-z]+\/(.+)$/.exec(key)?.[1] ?? null

/** FNV-1a: names have letters that keys may not have. Those of one organisation are few, and the name itself is the value. */
const shortHash = (text: string): string => {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(36)
}
