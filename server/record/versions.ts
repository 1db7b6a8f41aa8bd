import type { Call } from '../../src/domain/call.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import { maxDraftBytes } from '../../src/domain/draft-size.ts'
import { accepted, refused, type Outcome } from '../../src/domain/refusal.ts'
import { maxMadeVersions, outlived, type Version } from '../../src/domain/version.ts'
import type { MakeVersion } from '../../src/protocol/version-http.ts'
import type { Membership } from '../store/access-store.ts'
import type { Store } from '../store/open-store.ts'
import type { VersionContent, VersionRow } from '../store/version-store.ts'

/** What a draft's log holds, for whoever reads a version of it. */
interface Log {
  snapshot: Uint8Array | null
  updates: readonly Uint8Array[]
}

/** Reads what a state says, or the draft as it stands where it is null, and whether the draft can ever have been so. */
export type ReadVersion = (given: {
  log: Log
  state: Uint8Array | null
  call: Call
}) => Promise<Outcome<VersionContent>>

/** The versions of drafts. Everyone may read them; whoever may write makes them, and the server by itself. */
export interface Versions {
  /** For those who may write, or agree to it. `isNew` is false when this version was kept before. */
  make(me: Membership, wanted: MakeVersion): Promise<Outcome<{ version: Version; isNew: boolean }>>
  /** Newest first. */
  list(me: Membership): Promise<Version[]>
  read(me: Membership, id: string): Promise<Outcome<{ version: Version; state: string | null; content: string | null }>>
  /** Keeps the draft as it stands, unless its newest version says the same; takes away automatic ones that had their time. */
  makeAutomatic(draftId: DraftId, id: string): Promise<void>
}

/** All states of a draft together, in bytes: hundreds of usual ones, a dozen of the largest. */
const maxVersionBytes = 12 * maxDraftBytes

/**
 * `isClockTrue` says whether the clock may be trusted with what is old; `announce` tells those who are in the draft that
 * somebody has made one.
 */
export const createVersions = (
  { versions, drafts, access }: Pick<Store, 'versions' | 'drafts' | 'access'>,
  calls: ReadonlyMap<string, Call>,
  readVersion: ReadVersion,
  isClockTrue: (now: number) => Promise<boolean>,
  announce: (draftId: DraftId) => void = () => undefined,
  now: () => number = Date.now,
): Versions => {
  /** With who made them, former members too. */
  const withPeople = async (draftId: DraftId, rows: readonly VersionRow[]): Promise<Version[]> => {
    const people = [...(await access.listFormerMembers(draftId)), ...(await access.listMembers(draftId))]
    const byId = new Map(people.map((person) => [person.id, person]))
    return rows.map(({ id, kind, name, madeAt, memberId, fingerprint, isErased }) => {
      const person = memberId === null ? undefined : byId.get(memberId)
      const by = person && {
        memberId: person.id,
        name: person.name,
        organisation: person.organisation,
        sector: person.sector,
      }
      return { id, kind, name, madeAt, by: by ?? null, fingerprint, isErased }
    })
  }

  const withPerson = async (draftId: DraftId, row: VersionRow): Promise<Version> => {
    const [version] = await withPeople(draftId, [row])
    if (!version) throw new Error('one row is one version')
    return version
  }

  const readContent = async (draftId: DraftId, state: Uint8Array | null): Promise<Outcome<VersionContent>> => {
    const { callId, snapshot, updates } = await drafts.read(draftId)
    const call = calls.get(callId)
    // The operator took the call away: nobody can say what the draft answers.
    if (!call) return refused('absent')
    return readVersion({ log: { snapshot, updates: updates.map(({ bytes }) => bytes) }, state, call })
  }

  return {
    make: async ({ draftId, member }, { id, kind, name, madeAt, state }) => {
      const there = await versions.find(draftId, id)
      if (there) {
        return there.version.memberId === member.id
          ? accepted({ version: await withPerson(draftId, there.version), isNew: false })
          : refused('already-there')
      }
      const bytes = new Uint8Array(Buffer.from(state, 'base64'))
      if (bytes.length > maxDraftBytes) return refused('too-large')
      const made = (await versions.list(draftId)).filter(({ memberId }) => memberId !== null)
      if (made.length >= maxMadeVersions) return refused('versions-full')
      const content = await readContent(draftId, bytes)
      if (!content.ok) return content
      if ((await versions.size(draftId)) + content.value.state.length > maxVersionBytes) return refused('versions-full')
      const at = now()
      const row = { id, kind, name, madeAt: Math.min(madeAt, at), at, memberId: member.id }
      const isNew = await versions.add(draftId, { ...row, ...content.value })
      if (isNew) announce(draftId)
      const { fingerprint } = content.value
      return accepted({ version: await withPerson(draftId, { ...row, fingerprint, isErased: false }), isNew })
    },

    list: async ({ draftId }) => withPeople(draftId, await versions.list(draftId)),

    read: async ({ draftId }, id) => {
      const found = await versions.find(draftId, id)
      if (!found) return refused('absent')
      const { version, state, content } = found
      return accepted({
        version: await withPerson(draftId, version),
        state: state && Buffer.from(state).toString('base64'),
        content,
      })
    },

    makeAutomatic: async (draftId, id) => {
      const content = await readContent(draftId, null)
      const known = await versions.list(draftId)
      const at = now()
      if (await isClockTrue(at)) await versions.remove(draftId, outlived(known, at))
      if (!content.ok || content.value.fingerprint === known[0]?.fingerprint) return
      if ((await versions.size(draftId)) + content.value.state.length > maxVersionBytes) return
      const row = { id, kind: 'automatic', name: '', madeAt: at, at, memberId: null } as const
      await versions.add(draftId, { ...row, ...content.value })
    },
  }
}
