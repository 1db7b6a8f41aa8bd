import { duties, type Assignee, type Duty } from '../domain/section-work.ts'

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

/** FNV-1a: names have letters that keys may not have. Those of one organisation are few, and the name itself is the value. */
const shortHash = (text: string): string => {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(36)
}
