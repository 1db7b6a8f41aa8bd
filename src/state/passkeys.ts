import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'
import { accepted, refused, type Outcome } from '../domain/refusal.ts'
import type { RecoveryApi } from '../sync/recovery-api.ts'

type Offer = Extract<Awaited<ReturnType<RecoveryApi['offerPasskey']>>, { ok: true }>['value']

/** The server forgets what it asked after five minutes; the browser gives up a little earlier. */
const timeout = 4 * 60_000

/** ES256 first, which every authenticator has. */
const algorithms = [-7, -8, -257]

/**
 * Has the browser make a passkey that it can offer by itself on the next visit. `already-there` when this authenticator
 * has one for the draft, `not-allowed` when the person or the browser called it off.
 */
export const createPasskey = async (offer: Offer, name: string, displayName: string) =>
  told(
    startRegistration({
      optionsJSON: {
        challenge: offer.challenge,
        rp: { name: 'Einvernehmen' },
        user: { id: offer.userId, name, displayName },
        pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' as const })),
        excludeCredentials: offer.known.map((id) => ({ id, type: 'public-key' as const })),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        attestation: 'none',
        timeout,
      },
    }),
  )

/** Has the browser sign the challenge with a passkey the person chooses. Refused as in `createPasskey`. */
export const signWithPasskey = async (challenge: string) =>
  told(startAuthentication({ optionsJSON: { challenge, userVerification: 'required', timeout } }))

const told = async <T>(asking: Promise<T>): Promise<Outcome<T>> => {
  try {
    return accepted(await asking)
  } catch (error) {
    const isKnown = error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
    return refused(isKnown ? 'already-there' : 'not-allowed')
  }
}
