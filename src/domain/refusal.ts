/**
 * Every reason for which something expected is refused. "absent" also stands for "not yours": the answer must not tell
 * the two apart. `wording` turns a refusal into a sentence, `server/http` into a status, `server/sync` into a close code.
 */
export const refusals = [
  'absent',
  'signed-out',
  'not-allowed',
  /** Joined, and an owner has yet to confirm it. */
  'pending',
  /** Was a member once; only those are told. */
  'removed',
  /** The only owner can neither leave nor become less. */
  'last-owner',
  'invitation-unusable',
  /** As many people belong to the draft, or are invited, as can. */
  'team-full',
  'already-there',
  'invalid',
  'too-large',
  /** The draft has reached its largest size. */
  'draft-full',
  /** So has its discussion. */
  'discussion-full',
  /** One member has said as much as a discussion takes of anybody. */
  'too-many-entries',
  /** Written under the ids of somebody else's page, or what is said in the name of somebody else. */
  'taken-id',
  /** Builds on something that the server has not got. */
  'incomplete',
  /** No more versions of this draft are kept. */
  'versions-full',
  /** Nobody has said that this member may agree for their organisation. */
  'may-not-sign',
  /** The server does not know the version somebody agrees to. */
  'unknown-version',
  /** The version reads otherwise than what somebody agrees to. */
  'other-wording',
  /** Others have decided since, of which this device did not know. */
  'overtaken',
  'app-too-old',
  'busy',
  'unreachable',
] as const
export type Refusal = (typeof refusals)[number]

export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export const accepted = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const refused = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })
