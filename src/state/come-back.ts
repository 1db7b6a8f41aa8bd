import type { DraftId } from '../domain/draft-id.ts'
import type { DraftAccess } from '../domain/draft-access.ts'
import type { Person } from '../domain/person.ts'
import { accepted, type Outcome } from '../domain/refusal.ts'
import type { Desk } from './desk.ts'
import { rememberAccess } from './join-draft.ts'

/** Browsers bind passkeys to a host's name and offer them on safe pages only; an address of numbers has none. */
export const canUsePasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && isSecureContext && !/^[\d.]+$|:/.test(location.hostname)

/** Who is back, and where. */
export interface Return {
  way: 'code' | 'passkey'
  draftId: DraftId
  person: Person
}

/** The way back for owners whose devices are lost, and what is to do afterwards. Everything here needs the server. */
export interface ComingBack {
  /** `invalid` when no code is written that way, `invitation-unusable` when it fits nothing, `busy` after many tries. */
  withCode(typed: string): Promise<Outcome<Return>>
  /** `not-allowed` when the person or the browser called it off, `invitation-unusable` when it fits nothing here. */
  withPasskey(): Promise<Outcome<Return>>
  /** How many other browsers of the same person are signed in. */
  countOtherSessions(): Promise<Outcome<number>>
  endOtherSessions(): Promise<Outcome<null>>
}

export const createComingBack = (desk: Desk): ComingBack => {
  const { recovery, team } = desk.api
  const welcome = async (way: Return['way'], access: Outcome<DraftAccess>): Promise<Outcome<Return>> => {
    if (!access.ok) return access
    const { name, organisation, sector } = access.value.me
    const remembered = await rememberAccess(desk, access.value)
    return remembered.ok
      ? accepted({ way, draftId: remembered.value, person: { name, organisation, sector } })
      : remembered
  }
  return {
    withCode: async (typed) => welcome('code', await recovery.useCode(typed)),
    withPasskey: async () => {
      const challenge = await recovery.askForPasskey()
      if (!challenge.ok) return challenge
      const { signWithPasskey } = await import('./passkeys.ts')
      const signed = await signWithPasskey(challenge.value)
      return signed.ok ? welcome('passkey', await recovery.usePasskey(signed.value)) : signed
    },
    countOtherSessions: async () => {
      const listed = await team.listSessions()
      return listed.ok ? accepted(listed.value.filter(({ current }) => !current).length) : listed
    },
    endOtherSessions: () => team.endOtherSessions(),
  }
}
