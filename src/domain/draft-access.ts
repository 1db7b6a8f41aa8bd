import * as v from 'valibot'
import { memberSchema, personSchema } from './person.ts'
import { roles } from './role.ts'
import { signings } from './signing.ts'
import { packageStateSchema } from './submission.ts'

/** Whom one invites, to what role, and whether they may agree for their organisation. */
export const inviteSchema = v.object({
  ...personSchema.entries,
  role: v.picklist(roles),
  signing: v.optional(v.picklist(signings)),
})
export type Invite = v.InferOutput<typeof inviteSchema>

/** An open invitation as the draft's members see it, without its secret; times in ms since 1970. */
export const invitationSchema = v.object({
  id: v.string(),
  ...inviteSchema.entries,
  createdAt: v.number(),
  expiresAt: v.number(),
})
export type Invitation = v.InferOutput<typeof invitationSchema>

/** A page of this member had everything that stood in the draft at this moment, in ms since 1970 by the server's clock. */
export const receiptSchema = v.object({ memberId: v.string(), at: v.number() })
export type Receipt = v.InferOutput<typeof receiptSchema>

/** Who belongs to a draft, as the server vouches for it and the device remembers it. */
export const draftAccessSchema = v.object({
  draftId: v.string(),
  callId: v.string(),
  me: memberSchema,
  members: v.array(memberSchema),
  invitations: v.array(invitationSchema),
  /** Who joined and waits for an owner to confirm it; only owners are told. */
  pending: v.optional(v.array(memberSchema), []),
  /** Whether new owners and editors wait until an owner confirms them. */
  confirmsWriters: v.optional(v.boolean(), false),
  /** How many changes are held back for an owner to look at; only owners are told. */
  heldBack: v.optional(v.number(), 0),
  /** Whose pages have had what, as far as it is known. */
  receipts: v.optional(v.array(receiptSchema), []),
  /** What was agreed to and frozen, in short; absent from servers of before. */
  package: v.optional(packageStateSchema),
  /** How many versions people have made. */
  versionsMade: v.optional(v.number(), 0),
  /** When the server erases the draft if nobody writes in it, in ms since 1970; null while that is a month away. */
  endsAt: v.optional(v.nullable(v.number()), null),
})
export type DraftAccess = v.InferOutput<typeof draftAccessSchema>

/** What stands on an invitation before it is redeemed. `title` is empty while nobody named the place. */
export const invitationViewSchema = v.object({
  draftId: v.string(),
  callId: v.string(),
  title: v.string(),
  inviter: personSchema,
  invited: inviteSchema,
  organisations: v.array(v.object({ name: v.string(), sector: personSchema.entries.sector })),
  expiresAt: v.number(),
})
export type InvitationView = v.InferOutput<typeof invitationViewSchema>
