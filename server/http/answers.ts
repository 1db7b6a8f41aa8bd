import type { Context } from 'hono'
import * as v from 'valibot'
import { accepted, refused, type Outcome, type Refusal } from '../../src/domain/refusal.ts'

/** The one place that turns a refusal into a status. */
const statusOf = {
  invalid: 400,
  'signed-out': 401,
  'not-allowed': 403,
  pending: 403,
  removed: 403,
  'last-owner': 409,
  absent: 404,
  'already-there': 409,
  'invitation-unusable': 410,
  'team-full': 413,
  'too-large': 413,
  'draft-full': 413,
  'discussion-full': 413,
  'too-many-entries': 413,
  'taken-id': 409,
  incomplete: 409,
  'versions-full': 413,
  'may-not-sign': 403,
  'unknown-version': 409,
  'other-wording': 409,
  overtaken: 409,
  'app-too-old': 426,
  busy: 503,
  unreachable: 503,
} as const satisfies Record<Refusal, number>

export const refuse = (c: Context, refusal: Refusal): Response => c.json({ refusal }, statusOf[refusal])

/** Reads and checks a JSON body; `invalid` when it is none or of another shape. */
export const readBody = async <Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Promise<Outcome<v.InferOutput<Schema>>> => {
  const json: unknown = await c.req.json().catch(() => undefined)
  const parsed = v.safeParse(schema, json)
  return parsed.success ? accepted(parsed.output) : refused('invalid')
}
