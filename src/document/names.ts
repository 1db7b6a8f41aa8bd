import type { Milestone } from '../domain/time-plan.ts'

/** The shape this app writes. An app that meets a higher number must not attach an editor. */
export const shapeVersion = 1

/** Field in which an app of a newer shape leaves its number; absent means 1. */
export const shapeKey = 'shape'

/** Root Y.Map with primitive values only. */
export const fieldsName = 'fields'

/** Root Y.Map of a discussion's document: under each entry's id its JSON as one string, never changed afterwards. */
export const entriesName = 'entries'

/** Root Y.Text of one section. */
export const textName = (sectionId: string): string => `text/${sectionId}`

/** The section a root belongs to, or null when the root is no section's text. */
export const sectionOfTextName = (rootName: string): string | null =>
  rootName.startsWith('text/') ? rootName.slice('text/'.length) : null

export const sectionDoneKey = (sectionId: string): string => `section/${sectionId}/done`

/** A step of the time plan: its day where the team moved it, and whether it is done. */
export const planKey = (milestone: Milestone, part: 'day' | 'done'): string => `plan/${milestone}/${part}`

/**
 * Beside a key with a typed value: what the page with this Yjs client id said there last. Who writes a value takes away
 * every such entry they see; what is left beside the winner was written at the same time, and is not lost.
 */
export const saidKey = (clientId: number, key: string): string => `said/${clientId.toString(36)}/${key}`

/** The key that an entry of `saidKey` stands beside; null for any other key. */
export const saidBeside = (key: string): string | null => /^said\/[0-9a-z]+\/(.+)$/.exec(key)?.[1] ?? null
