import { hash, randomBytes } from 'node:crypto'

/** 32 random bytes as 43 characters base64url: the secret of a session or an invitation. Never stored, never logged. */
export const createToken = (): string => randomBytes(32).toString('base64url')

export const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value)

/**
 * What is stored in a token's place. Looking a hash up needs no comparison in constant time: how far two hashes agree
 * tells nothing about the token.
 */
export const hashToken = (token: string): string => hash('sha256', token)

/** Names a member or an invitation; not a secret. */
export const createRecordId = (): string => randomBytes(16).toString('base64url')
