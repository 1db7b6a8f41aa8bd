import * as v from 'valibot'
import { maxDraftBytes } from '../domain/draft-size.ts'
import { maxVersionName, versionIdSchema, versionSchema } from '../domain/version.ts'

/** The longest body with a version in it, in bytes: its state in base64, and some words. */
export const maxVersionBody = Math.ceil((maxDraftBytes * 4) / 3) + 4096

/**
 * POST /api/drafts/:id/versions — keeps a state of the draft: one Yjs update, base64, whole, with nothing in it that the
 * server has not got. Content and fingerprint are the server's own reading of it. The same once more changes nothing.
 * Answer: Version. `incomplete` where the server lacks something of it: send that first.
 */
export const makeVersionSchema = v.variant('kind', [
  v.object({
    id: versionIdSchema,
    kind: v.literal('named'),
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxVersionName)),
    madeAt: v.pipe(v.number(), v.integer(), v.minValue(0)),
    state: v.pipe(v.string(), v.minLength(1)),
  }),
  v.object({
    id: versionIdSchema,
    kind: v.literal('agreement'),
    name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(maxVersionName)), ''),
    madeAt: v.pipe(v.number(), v.integer(), v.minValue(0)),
    state: v.pipe(v.string(), v.minLength(1)),
  }),
])
export type MakeVersion = v.InferOutput<typeof makeVersionSchema>

/** GET /api/drafts/:id/versions — newest first. */
export const versionsSchema = v.object({ versions: v.array(versionSchema) })

/**
 * GET /api/drafts/:id/versions/:versionId — `state` as one Yjs update in base64, `content` the text that the fingerprint
 * is of; both null where they were erased.
 */
export const versionStateSchema = v.object({
  version: versionSchema,
  state: v.nullable(v.string()),
  content: v.nullable(v.string()),
})
