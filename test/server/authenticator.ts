import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A security key in software: real keys and signatures, ES256, as a browser hands them on. */
export interface Authenticator {
  vow(challenge: string, told?: Told): { id: string; rawId: string; response: Record<string, string> }
  proof(challenge: string, told?: Told & { userHandle?: string }): ReturnType<Authenticator['vow']>
}

/** What the browser around it claims; `isVerified` false means that only a touch was asked for. */
export interface Told {
  origin?: string
  host?: string
  counter?: number
  isVerified?: boolean
  /** The attestation statement as CBOR; an empty map unless told otherwise. */
  statement?: { format: string; bytes: Uint8Array }
}

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()
const text = (word: string): Buffer => Buffer.concat([Buffer.of(0x60 + word.length), Buffer.from(word)])

export const createAuthenticator = (page: { origin: string; host: string }): Authenticator => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const credentialId = randomBytes(16)
  const id = credentialId.toString('base64url')
  // A CBOR map: kty EC2, alg ES256, crv P-256, x, y.
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ])
  const client = (type: string, challenge: string, { origin = page.origin }: Told): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const data = ({ host = page.host, counter = 1, isVerified = true }: Told, flags: number): Buffer => {
    const head = Buffer.alloc(5)
    head[0] = flags | 0x01 | (isVerified ? 0x04 : 0)
    head.writeUInt32BE(counter, 1)
    return Buffer.concat([sha256(host), head])
  }
  return {
    vow: (challenge, told = {}) => {
      const attested = Buffer.concat([data(told, 0x40), Buffer.alloc(16), Buffer.of(0, 16), credentialId, cose])
      const { format = 'none', bytes = Buffer.of(0xa0) } = told.statement ?? {}
      const attestation = [text('fmt'), text(format), text('attStmt'), bytes, text('authData')]
      const attestationObject = Buffer.concat([
        Buffer.of(0xa3),
        ...attestation,
        Buffer.of(0x58, attested.length),
        attested,
      ])
      const clientDataJSON = client('webauthn.create', challenge, told)
      const encoded = [clientDataJSON, attestationObject].map((each) => each.toString('base64url'))
      return { id, rawId: id, response: { clientDataJSON: encoded[0] ?? '', attestationObject: encoded[1] ?? '' } }
    },
    proof: (challenge, { userHandle, ...told } = {}) => {
      const clientDataJSON = client('webauthn.get', challenge, told)
      const authenticatorData = data(told, 0)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), privateKey)
      const response = {
        clientDataJSON: clientDataJSON.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
        ...(userHandle !== undefined && { userHandle }),
      }
      return { id, rawId: id, response }
    },
  }
}
