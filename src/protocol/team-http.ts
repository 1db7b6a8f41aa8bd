import * as v from 'valibot'
import { auditEntrySchema } from '../domain/audit.ts'
import { heldBackSchema } from '../domain/held-back.ts'
import { personSchema } from '../domain/person.ts'
import { roles } from '../domain/role.ts'
import { signings } from '../domain/signing.ts'

const token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))

/** POST /api/drafts/:id/ticket — good for one socket within a minute; see rule 16. */
export const ticketSchema = v.object({ ticket: token, role: v.picklist(roles) })
export type IssuedTicket = v.InferOutput<typeof ticketSchema>

/** POST /api/drafts/:id/line — opens a line by requests with a ticket; see rule 21. */
export const openLineSchema = v.object({ ticket: token })

/** The new line's secret, or the close code that a socket would have had. */
export const openedLineSchema = v.union([v.object({ line: token }), v.object({ closed: v.number() })])
export type OpenedLine = v.InferOutput<typeof openedLineSchema>

/** PATCH /api/drafts/:id/members/:memberId */
export const changeRoleSchema = v.object({ role: v.picklist(roles) })

/** PUT /api/drafts/:id/members/:memberId/signing */
export const changeSigningSchema = v.object({ signing: v.nullable(v.picklist(signings)) })

/** PUT /api/drafts/:id/settings */
export const settingsSchema = v.object({ confirmsWriters: v.boolean() })
export type DraftSettings = v.InferOutput<typeof settingsSchema>

/** GET /api/sessions — one's own. DELETE /api/sessions/:publicId ends one, DELETE /api/sessions all but this one. */
export const sessionsSchema = v.object({
  sessions: v.array(
    v.object({
      publicId: v.string(),
      label: v.string(),
      createdAt: v.number(),
      seenAt: v.number(),
      expiresAt: v.number(),
      current: v.boolean(),
    }),
  ),
})
export type OwnSession = v.InferOutput<typeof sessionsSchema>['sessions'][number]

/** GET /api/drafts/:id/audit — newest first, at most `auditPageLength` below `?before=seq`. */
export const auditPageLength = 100
export const auditPageSchema = v.object({
  entries: v.array(auditEntrySchema),
  /** Those the lines name, members of now and before and invited people. */
  people: v.array(v.object({ id: v.string(), name: v.string(), organisation: v.string() })),
  /** Hash of the newest line of the whole trail; empty for an empty trail. */
  head: v.string(),
  length: v.number(),
  /** The first line that was changed afterwards. */
  brokenAt: v.nullable(v.number()),
})
export type AuditPage = v.InferOutput<typeof auditPageSchema>

/** POST /api/drafts/:id/authors — who writes under these Yjs client ids; those nobody has written under are left out. */
export const askAuthorsSchema = v.object({ clientIds: v.pipe(v.array(v.number()), v.maxLength(500)) })
export const authorsSchema = v.object({
  authors: v.array(v.object({ clientId: v.number(), memberId: v.string(), ...personSchema.entries })),
})
export type Author = v.InferOutput<typeof authorsSchema>['authors'][number]

/** GET /api/drafts/:id/held-back */
export const heldBackListSchema = v.object({ changes: v.array(heldBackSchema) })
