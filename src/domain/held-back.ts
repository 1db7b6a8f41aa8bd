import * as v from 'valibot'

/**
 * A change the server did not write because its author's right to write had ended, as an owner reads it: words written
 * and struck out per section, facts by their key. Times in ms since 1970.
 */
export const heldBackSchema = v.object({
  id: v.string(),
  memberId: v.string(),
  /** Of its author, who may not be a member any more. */
  name: v.string(),
  at: v.number(),
  expiresAt: v.number(),
  sections: v.array(v.object({ sectionId: v.string(), written: v.array(v.string()), struck: v.array(v.string()) })),
  facts: v.array(v.object({ key: v.string(), value: v.string() })),
})
export type HeldBackChange = v.InferOutput<typeof heldBackSchema>
