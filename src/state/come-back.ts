import type { DraftId } from '../domain/draft-id.ts'
import type { Person } from '../domain/person.ts'
import { accepted, type Outcome } from '../domain/refusal.ts'
import type { Desk } from './desk.ts'
import { rememberAccess } from './join-draft.ts'

/** Who is back, and where. */
export interface Return {
  draftId: DraftId
  person: Person
}

/** The way back for owners whose devices are lost, and what is to do afterwards. Everything here needs the server. */
export interface ComingBack {
  /** `invalid` when no code is written that way, `invitation-unusable` when it fits nothing, `busy` after many tries. */
  withCode(typed: string): Promise<Outcome<Return>>
  /** How many other browsers of the same person are signed in. */
  countOtherSessions(): Promise<Outcome<number>>
  endOtherSessions(): Promise<Outcome<null>>
}

export const createComingBack = (desk: Desk): ComingBack => {
  const { recovery, team } = desk.api
  return {
    withCode: async (typed) => {
      const access = await recovery.useCode(typed)
      if (!access.ok) return access
      const { name, organisation, sector } = access.value.me
      const remembered = await rememberAccess(desk, access.value)
      return remembered.ok
        ? accepted({ draftId: remembered.value, person: { name, organisation, sector } })
        : remembered
    },
    countOtherSessions: async () => {
      const listed = await team.listSessions()
      return listed.ok ? accepted(listed.value.filter(({ current }) => !current).length) : listed
    },
    endOtherSessions: () => team.endOtherSessions(),
  }
}
