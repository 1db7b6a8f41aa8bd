import * as v from 'valibot'

/** POST /api/drafts/:id/recovery-code — shown this once, only a hash is kept. */
export const madeRecoveryCodeSchema = v.object({ code: v.string() })

/** POST /api/recovery — the code as it was typed. Answer: DraftAccess. */
export const recoverSchema = v.object({ code: v.pipe(v.string(), v.maxLength(100)) })

/** GET /api/drafts/:id/ways-back — how this owner comes back without a signed-in device; times in ms since 1970. */
export const waysBackSchema = v.object({
  codeMadeAt: v.nullable(v.number()),
  passkeys: v.array(
    v.object({ id: v.string(), label: v.string(), createdAt: v.number(), usedAt: v.nullable(v.number()) }),
  ),
})
export type WaysBack = v.InferOutput<typeof waysBackSchema>
