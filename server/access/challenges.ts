import { createToken } from './tokens.ts'

/** How long a person has to touch their authenticator. */
export const challengeLifeMs = 5 * 60_000

/** So many wait at a time; whoever asks for more pushes the oldest out, not the process down. */
const maxChallenges = 10_000

/** What an authenticator is to sign: random, good for one purpose, for one answer, for a short time. */
export interface Challenges {
  issue(purpose: string): string
  /** Uses it up, whatever comes of it. False when it was never issued for this, was used or has expired. */
  redeem(challenge: string, purpose: string): boolean
}

export const createChallenges = (now: () => number = Date.now): Challenges => {
  const waiting = new Map<string, { purpose: string; expiresAt: number }>()
  return {
    issue: (purpose) => {
      const challenge = createToken()
      waiting.set(challenge, { purpose, expiresAt: now() + challengeLifeMs })
      const [oldest] = waiting.keys()
      if (waiting.size > maxChallenges && oldest !== undefined) waiting.delete(oldest)
      return challenge
    },
    redeem: (challenge, purpose) => {
      const found = waiting.get(challenge)
      waiting.delete(challenge)
      return found !== undefined && found.purpose === purpose && found.expiresAt > now()
    },
  }
}
