import { randomInt } from 'node:crypto'
import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import { may } from '../../src/domain/role.ts'
import { readRecoveryCode, recoveryAlphabet, recoveryCodeLength } from '../../src/protocol/recovery-code.ts'
import type { Membership } from '../store/access-store.ts'
import type { RecoveryStore } from '../store/recovery-store.ts'
import { hashToken } from './tokens.ts'

/** Makes an owner's recovery code; an older one is of no use from then on. 100 random bits, stored only as a hash. */
export const makeRecoveryCode = async (
  store: RecoveryStore,
  { draftId, member }: Membership,
  now: number,
): Promise<Outcome<string>> => {
  if (!may(member.role, 'lead')) return refused('not-allowed')
  const code = Array.from({ length: recoveryCodeLength }, () => recoveryAlphabet[randomInt(32)]).join('')
  await store.writeCode(draftId, member.id, hashToken(code), now)
  return accepted(code)
}

/** Whether an owner has this code, before a session is begun for it. */
export const isRecoveryCode = async (store: RecoveryStore, typed: string): Promise<boolean> => {
  const code = readRecoveryCode(typed)
  return code !== null && store.hasCode(hashToken(code))
}

/** Lets a session in as the owner whose code it is, once. Every useless code is one and the same answer. */
export const redeemRecoveryCode = async (
  store: RecoveryStore,
  sessionId: string,
  typed: string,
  now: number,
): Promise<Outcome<Membership>> => {
  const code = readRecoveryCode(typed)
  const membership = code === null ? null : await store.useCode(hashToken(code), sessionId, now)
  return membership ? accepted(membership) : refused('invitation-unusable')
}
