import { fromBase64, toBase64 } from 'lib0/buffer'
import type { DraftId } from '../domain/draft-id.ts'
import { accepted, type Outcome } from '../domain/refusal.ts'
import { versionSchema, type Version } from '../domain/version.ts'
import { versionsSchema, versionStateSchema, type MakeVersion } from '../protocol/version-http.ts'
import type { Ask } from './ask.ts'

/** A version to be kept by the server; `state` is the whole draft as one Yjs update. */
export type NewVersion = Omit<MakeVersion, 'state'> & { state: Uint8Array }

/** The versions of a draft on the server. Refusals and silence as everywhere in `HttpApi`. */
export interface VersionApi {
  /** Newest first. */
  list(draftId: DraftId): Promise<Outcome<Version[]>>
  /** `state` is null where it was erased. */
  read(draftId: DraftId, id: string): Promise<Outcome<{ version: Version; state: Uint8Array | null }>>
  /** The same once more changes nothing. `incomplete` where the server lacks something of it. */
  make(draftId: DraftId, version: NewVersion): Promise<Outcome<Version>>
}

export const createVersionApi = (ask: Ask): VersionApi => {
  const at = (draftId: DraftId, ...rest: string[]) => ['drafts', draftId, 'versions', ...rest].join('/')
  return {
    list: async (draftId) => {
      const answer = await ask(versionsSchema, 'GET', at(draftId))
      return answer.ok ? accepted(answer.value.versions) : answer
    },
    read: async (draftId, id) => {
      const answer = await ask(versionStateSchema, 'GET', at(draftId, encodeURIComponent(id)))
      if (!answer.ok) return answer
      const { version, state } = answer.value
      return accepted({ version, state: state === null ? null : fromBase64(state) })
    },
    make: (draftId, { state, ...version }) =>
      ask(versionSchema, 'POST', at(draftId), { ...version, state: toBase64(state) }),
  }
}
