import * as v from 'valibot'

/** COSE numbers of the signatures we take: EdDSA, ES256, RS256. */
export const passkeyAlgorithms = [-8, -7, -257] as const

const base64url = (maxLength: number) => v.pipe(v.string(), v.regex(/^[\w-]*$/), v.maxLength(maxLength))

/** A credential's id has at most 1023 bytes. */
const credentialId = base64url(1364)
const challenge = base64url(86)

/** POST /api/drafts/:id/passkeys/offer — what a browser needs to make a passkey; `known` are the credentials there are. */
export const passkeyOfferSchema = v.object({
  challenge,
  userId: base64url(86),
  known: v.array(credentialId),
})
export type PasskeyOffer = v.InferOutput<typeof passkeyOfferSchema>

/** POST /api/drafts/:id/passkeys — what the browser made of the offer, as WebAuthn's JSON has it. */
export const passkeyVowSchema = v.object({
  id: credentialId,
  rawId: credentialId,
  response: v.object({ clientDataJSON: base64url(4096), attestationObject: base64url(16_384) }),
})
export type PasskeyVow = v.InferOutput<typeof passkeyVowSchema>

/** POST /api/recovery/passkey/question — the challenge to sign for coming in. */
export const passkeyQuestionSchema = v.object({ challenge })

/** POST /api/recovery/passkey — the signed challenge. Answer: DraftAccess. */
export const passkeyProofSchema = v.object({
  id: credentialId,
  rawId: credentialId,
  response: v.object({
    clientDataJSON: base64url(4096),
    authenticatorData: base64url(4096),
    signature: base64url(4096),
    userHandle: v.optional(base64url(86)),
  }),
})
export type PasskeyProof = v.InferOutput<typeof passkeyProofSchema>
