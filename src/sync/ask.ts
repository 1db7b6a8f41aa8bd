import * as v from 'valibot'
import { accepted, refused, type Outcome, type Refusal } from '../domain/refusal.ts'
import { refusalSchema } from '../protocol/http.ts'

const answerLimitMs = 10_000

/** One request to our server: a JSON body, or bytes. Nothing throws; a server that cannot be reached is `unreachable`. */
export type Ask = <T extends v.GenericSchema>(
  schema: T,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
) => Promise<Outcome<v.InferOutput<T>>>

export const createAsk =
  (origin: string, send: typeof fetch): Ask =>
  async (schema, method, path, body) => {
    try {
      const answer = await send(`${origin}/api/${path}`, {
        method,
        credentials: 'same-origin',
        signal: AbortSignal.timeout(answerLimitMs),
        ...(body !== undefined && encode(body)),
      })
      const json: unknown = answer.status === 204 ? null : await answer.json()
      if (!answer.ok) return refused(readRefusal(json, answer.status))
      const parsed = v.safeParse(schema, json)
      // A page of a venue's Wi-Fi or a proxy in between is not our server.
      return parsed.success ? accepted(parsed.output) : refused('unreachable')
    } catch {
      return refused('unreachable')
    }
  }

const encode = (body: unknown): { headers: Record<string, string>; body: BodyInit } =>
  body instanceof Uint8Array
    ? { headers: { 'content-type': 'application/octet-stream' }, body: body.slice() }
    : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }

const readRefusal = (json: unknown, status: number): Refusal => {
  const parsed = v.safeParse(refusalSchema, json)
  if (parsed.success) return parsed.output.refusal
  return status === 429 || status === 503 ? 'busy' : 'unreachable'
}
