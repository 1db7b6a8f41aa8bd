import * as Y from 'yjs'
import { readApplication } from '../../document/read-application.ts'
import { fingerprint } from '../../domain/fingerprint.ts'
import { refused, type Outcome } from '../../domain/refusal.ts'
import type { Version } from '../../domain/version.ts'
import type { KeptVersion } from '../../storage/kept-versions.ts'
import type { VersionApi } from '../../sync/version-api.ts'
import type { LiveDraft } from '../live-draft.ts'

/** Gives the server a version that was made here. */
export const sendVersion = async (
  api: VersionApi,
  { draftId, doc, call }: LiveDraft,
  { id, kind, name, madeAt, state, fingerprint: print }: KeptVersion,
): Promise<Outcome<Version>> => {
  if (kind === 'automatic' || state === null) return refused('invalid')
  const make = (bytes: Uint8Array) => api.make(draftId, { id, kind, name, madeAt, state: bytes })
  const answer = await make(state)
  // What waited may have been sent under other ids since: the draft says the same under those.
  const isRenamed = !answer.ok && answer.refusal === 'incomplete' && fingerprint(readApplication(doc, call)) === print
  return isRenamed ? make(Y.encodeStateAsUpdate(doc)) : answer
}
