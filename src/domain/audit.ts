import * as v from 'valibot'

/** Everything the audit trail of a draft tells. Closed: the trail holds no text, only who did what to whom. */
export const auditEvents = [
  'draft-started',
  'invitation-made',
  'invitation-withdrawn',
  'invitation-used',
  'invitation-refused',
  'joined',
  'confirmed',
  'declined',
  'role-changed',
  'signing-changed',
  'removed',
  'left',
  'session-ended',
  'recovery-made',
  'recovery-used',
  'passkey-made',
  'passkey-removed',
  'passkey-used',
  'settings-changed',
  'held-back',
  'held-back-accepted',
  'held-back-dropped',
  'update-refused',
  'version-made',
  'signed-off',
  'frozen',
  'reopened',
  'submitted',
  'restored',
  'erased',
  'erasure-announced',
  'trail-shortened',
] as const
export type AuditEvent = (typeof auditEvents)[number]

/**
 * One line of a draft's audit trail. `actorId` and `subjectId` are members or invitations of the draft; `detail` is a
 * role, a refusal or another word of ours. `hash` covers the line and the hash of the one before; `at` in ms since 1970.
 */
export const auditEntrySchema = v.object({
  seq: v.number(),
  at: v.number(),
  event: v.picklist(auditEvents),
  actorId: v.nullable(v.string()),
  subjectId: v.nullable(v.string()),
  detail: v.string(),
  hash: v.string(),
})
export type AuditEntry = v.InferOutput<typeof auditEntrySchema>
