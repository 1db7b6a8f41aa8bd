import * as v from 'valibot'
import type { ConnectionState } from './connection-state.ts'

const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array)
const page = v.string()

const isConnectionState = (value: unknown): value is ConnectionState =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  ['off', 'connecting', 'live', 'server-full', 'refused'].includes(String(value.name))

/** What the tabs of a draft tell each other about the one line to the server. The first four are said by who leads. */
export const lineMessageSchema = v.variant('kind', [
  /** How the line stands; `leader` is new when another tab has begun to lead. */
  v.object({ kind: v.literal('line'), leader: page, state: v.custom<ConnectionState>(isConnectionState) }),
  /** The server has everything up to this number of that page. */
  v.object({ kind: v.literal('stored'), page, seq: v.number() }),
  v.object({ kind: v.literal('heard'), atMs: v.number() }),
  v.object({ kind: v.literal('access') }),
  /** Who else is there, as an awareness update. */
  v.object({ kind: v.literal('present'), update: bytes }),
  /** Who leads, and how does the line stand? Also asked to see whether the leader is awake. */
  v.object({ kind: v.literal('who-leads') }),
  v.object({ kind: v.literal('mark'), page, seq: v.number() }),
  /** Where this person is in that page; null when nowhere. */
  v.object({ kind: v.literal('own'), page, presence: v.nullable(v.record(v.string(), v.unknown())) }),
  v.object({ kind: v.literal('connect') }),
])
export type LineMessage = v.InferOutput<typeof lineMessageSchema>
