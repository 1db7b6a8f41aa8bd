import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import { may } from '../../src/domain/role.ts'
import {
  passkeyAlgorithms,
  type PasskeyOffer,
  type PasskeyProof,
  type PasskeyVow,
} from '../../src/protocol/passkey-http.ts'
import type { Membership } from '../store/access-store.ts'
import type { Passkey, RecoveryStore } from '../store/recovery-store.ts'
import { createChallenges } from './challenges.ts'
import type { RelyingParty } from './origin.ts'
import { createRecordId } from './tokens.ts'

/** One person has a few devices; more than this is somebody filling the table. */
const maxPasskeys = 10

const signingIn = 'sign in'
const adding = (memberId: string): string => `add ${memberId}`

/** A passkey whose owner has just shown that they have it, before a session is begun for them. */
export interface ProvenPasskey {
  passkey: Passkey
  counter: number
}

/**
 * Passkeys of owners. What a browser sends is checked by @simplewebauthn/server: challenge, origin, host, signature,
 * that the person was verified (fingerprint, face, PIN), and that the authenticator's counter has grown.
 */
export interface Passkeys {
  /** What the browser needs to make one. `too-large` when there are enough. */
  offer(me: Membership): Promise<Outcome<PasskeyOffer>>
  /** `invalid` when it does not hold, `already-there` when the credential is known. */
  add(me: Membership, party: RelyingParty, vow: PasskeyVow, label: string): Promise<Outcome<null>>
  /** `absent` when the member has none of that id. */
  remove(me: Membership, id: string): Promise<Outcome<null>>
  /** The challenge to sign for coming in. */
  ask(): string
  /** Every proof that does not hold is one and the same answer. */
  prove(party: RelyingParty, proof: PasskeyProof): Promise<Outcome<ProvenPasskey>>
  /** Lets the session in as the passkey's owner. */
  use(proven: ProvenPasskey, sessionId: string): Promise<Outcome<Membership>>
}

/** Fetched when the first passkey comes: most servers never see one, and it costs some megabytes of memory. */
const loadChecks = () => import('@simplewebauthn/server')
const loadReaders = () => import('@simplewebauthn/server/helpers')

export const createPasskeys = (store: RecoveryStore, now: () => number = Date.now): Passkeys => {
  const challenges = createChallenges(now)
  return {
    offer: async ({ member }) => {
      if (!may(member.role, 'lead')) return refused('not-allowed')
      const known = await store.listPasskeys(member.id)
      if (known.length >= maxPasskeys) return refused('too-large')
      return accepted({
        challenge: challenges.issue(adding(member.id)),
        userId: member.id,
        known: known.map(({ credentialId }) => credentialId),
      })
    },

    add: async ({ draftId, member }, { origin, id }, vow, label) => {
      if (!may(member.role, 'lead')) return refused('not-allowed')
      if (await carriesCertificates(vow)) return refused('invalid')
      const { verifyRegistrationResponse } = await loadChecks()
      const checked = await verifyRegistrationResponse({
        response: { ...vow, type: 'public-key', clientExtensionResults: {} },
        expectedChallenge: (challenge) => challenges.redeem(challenge, adding(member.id)),
        expectedOrigin: origin,
        expectedRPID: id,
        supportedAlgorithmIDs: [...passkeyAlgorithms],
        requireUserVerification: true,
      }).catch(() => null)
      if (!checked?.verified) return refused('invalid')
      const { id: credentialId, publicKey, counter } = checked.registrationInfo.credential
      const passkey = { id: createRecordId(), credentialId, publicKey, counter, label, createdAt: now(), usedAt: null }
      return (await store.addPasskey(draftId, member.id, passkey)) ? accepted(null) : refused('already-there')
    },

    remove: async ({ draftId, member }, id) => {
      if (!may(member.role, 'lead')) return refused('not-allowed')
      return (await store.removePasskey(draftId, member.id, id, now())) ? accepted(null) : refused('absent')
    },

    ask: () => challenges.issue(signingIn),

    prove: async ({ origin, id }, proof) => {
      const found = await store.findPasskey(proof.id)
      if (!found) return refused('invitation-unusable')
      const { passkey, memberId } = found
      const { userHandle, ...response } = proof.response
      if (userHandle !== undefined && userHandle !== memberId) return refused('invitation-unusable')
      const { verifyAuthenticationResponse } = await loadChecks()
      const checked = await verifyAuthenticationResponse({
        response: { ...proof, response, type: 'public-key', clientExtensionResults: {} },
        expectedChallenge: (challenge) => challenges.redeem(challenge, signingIn),
        expectedOrigin: origin,
        expectedRPID: id,
        credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: passkey.counter },
        requireUserVerification: true,
      }).catch(() => null)
      if (!checked?.verified) return refused('invitation-unusable')
      return accepted({ passkey, counter: checked.authenticationInfo.newCounter })
    },

    use: async ({ passkey, counter }, sessionId) => {
      const back = await store.usePasskey(passkey, counter, sessionId, now())
      return back ? accepted(back) : refused('invitation-unusable')
    },
  }
}

/**
 * We ask for no attestation. One that brings certificates all the same would have the library fetch revocation lists
 * from addresses that the sender chose.
 */
const carriesCertificates = async ({ response }: PasskeyVow): Promise<boolean> => {
  const { decodeAttestationObject, isoBase64URL } = await loadReaders()
  try {
    const decoded = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject))
    return !['none', 'packed'].includes(decoded.get('fmt')) || decoded.get('attStmt').get('x5c') !== undefined
  } catch {
    return true
  }
}
