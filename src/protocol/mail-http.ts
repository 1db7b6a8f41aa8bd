import * as v from 'valibot'

export const mailLanguages = ['de', 'en'] as const
export type MailLanguage = (typeof mailLanguages)[number]

const token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))

/** PUT /api/drafts/:id/mail — asks to be told by e-mail; a first mail asks whether the address is one's own. */
export const askForMailSchema = v.object({
  address: v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(254),
    v.regex(/^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\]]+$/),
  ),
  language: v.picklist(mailLanguages),
})
export type AskForMail = v.InferOutput<typeof askForMailSchema>

/**
 * GET /api/drafts/:id/mail — `isOffered` is false where the operator sends no mail; `address` is one's own; `newAddress`
 * takes its place once it is confirmed.
 */
export const mailStateSchema = v.object({
  isOffered: v.boolean(),
  address: v.nullable(v.string()),
  isConfirmed: v.boolean(),
  newAddress: v.optional(v.string()),
})
export type MailState = v.InferOutput<typeof mailStateSchema>

/** POST /api/mail/confirm and /api/mail/end — the token from a mail. */
export const mailTokenSchema = v.object({ token })
