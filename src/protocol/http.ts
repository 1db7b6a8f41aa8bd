import * as v from 'valibot'
import { invitationSchema } from '../domain/draft-access.ts'
import { memberSchema, personSchema } from '../domain/person.ts'
import { refusals } from '../domain/refusal.ts'

/** The socket of a draft is at `socketPath + draftId`. */
export const socketPath = '/sync/'

/** Sent with every request from a device that belongs to several people: a session begun there ends with the browser. */
export const sharedDeviceHeader = 'x-shared-device'

/** Offered as the first subprotocol of a draft's socket, with a ticket as the second; see rule 16. */
export const socketProtocol = 'einvernehmen'

const draftId = v.pipe(v.string(), v.regex(/^[a-z0-9]{26}$/))
const callId = v.pipe(v.string(), v.maxLength(60))
const secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))

/** POST /api/drafts — registers a draft that was started on a device; the sender becomes its owner. Answer: DraftAccess. */
export const registerDraftSchema = v.object({ draftId, callId, person: personSchema })
export type RegisterDraft = v.InferOutput<typeof registerDraftSchema>

/** GET /api/drafts — the drafts of this session. */
export const myDraftsSchema = v.object({
  drafts: v.array(v.object({ draftId, callId, title: v.string(), me: memberSchema })),
})
export type MyDrafts = v.InferOutput<typeof myDraftsSchema>

/** POST /api/drafts/:id/invitations with an Invite. 32 random bytes, base64url; shown this once, only a hash is kept. */
export const madeInvitationSchema = v.object({ invitation: invitationSchema, secret })
export type MadeInvitation = v.InferOutput<typeof madeInvitationSchema>

/** POST /api/invitations/look — what stands on an invitation, without redeeming it. Answer: InvitationView. */
export const lookSchema = v.object({ draftId, secret })
export type Look = v.InferOutput<typeof lookSchema>

/** POST /api/invitations/redeem — once; `name` may correct what the inviter wrote. Answer: DraftAccess. */
export const redeemSchema = v.object({ draftId, secret, name: personSchema.entries.name })
export type Redeem = v.InferOutput<typeof redeemSchema>

/** GET /api/calls — every call this server knows; each is checked with `readCall` before it is believed. */
export const callsSchema = v.object({ calls: v.array(v.unknown()) })

/** The body of every refused request. */
export const refusalSchema = v.object({ refusal: v.picklist(refusals) })
