import type { Generated } from 'kysely'
import type { AuditEvent } from '../../src/domain/audit.ts'
import type { Invite } from '../../src/domain/draft-access.ts'
import type { Signing } from '../../src/domain/signing.ts'
import type { VersionKind } from '../../src/domain/version.ts'
import type { MailLanguage } from '../../src/protocol/mail-http.ts'

/** Who somebody is, in a row; `signing` is null where they may not agree for their organisation. */
type PersonRow = Omit<Invite, 'signing'> & { signing: Generated<Signing | null> }

interface UpdateRow {
  draft_id: string
  seq: number
  bytes: Uint8Array
  at: number
  member_id: string
}

interface SnapshotRow {
  draft_id: string
  upto_seq: number
  bytes: Uint8Array
  at: number
}

interface ClientIdRow {
  draft_id: string
  client_id: number
  member_id: string
  session_id: string
  at: number
}

/** The tables as Kysely sees them. Times in ms since 1970; `token_hash` and `secret_hash` are SHA-256 in hexadecimal. */
export interface Tables {
  /** `looked_seq`: up to this update the server has looked whether an automatic version is worth making. */
  drafts: {
    id: string
    call_id: string
    created_at: number
    confirms_writers: Generated<number>
    looked_seq: Generated<number>
  }
  updates: UpdateRow
  snapshots: SnapshotRow
  client_ids: ClientIdRow
  discussion_updates: UpdateRow
  discussion_snapshots: SnapshotRow
  discussion_client_ids: ClientIdRow
  /** `has_at`: the latest moment whose whole content a page of theirs had. `epoch` counts the changes of role and removals; `lost_epoch` and `lost_at` are those of the last that ended writing. */
  members: PersonRow & {
    id: string
    draft_id: string
    joined_at: number
    is_pending: Generated<number>
    removed_at: Generated<number | null>
    epoch: Generated<number>
    lost_epoch: Generated<number>
    lost_at: Generated<number>
    has_at: Generated<number | null>
  }
  sessions: {
    token_hash: string
    created_at: number
    expires_at: number
    seen_at: number
    public_id: Generated<string>
    label: Generated<string>
  }
  /** `told_epoch`: up to this change of the member's standing the device has handed over what it had not sent. */
  session_members: { token_hash: string; draft_id: string; member_id: string; told_epoch: Generated<number> }
  invitations: PersonRow & {
    id: string
    draft_id: string
    secret_hash: string
    inviter_id: string
    created_at: number
    expires_at: number
    redeemed_at: number | null
    redeemed_by: string | null
    withdrawn_at: number | null
  }
  recovery_codes: { member_id: string; code_hash: string; created_at: number }
  passkeys: {
    id: string
    member_id: string
    credential_id: string
    public_key: Uint8Array
    counter: number
    label: string
    created_at: number
    used_at: number | null
  }
  held_back: {
    id: string
    draft_id: string
    member_id: string
    bytes: Uint8Array
    at: number
    expires_at: number
  }
  /** `content` and `state` are null where they were erased, `member_id` where the server made it itself. */
  versions: {
    draft_id: string
    id: string
    kind: VersionKind
    name: string
    made_at: number
    at: number
    member_id: string | null
    fingerprint: string
    content: string | null
    state: Uint8Array | null
  }
  /** Sign-offs have `signing` and, of one section, `section_id`; receipts have `place` and `submitted_at`. */
  agreement_acts: {
    draft_id: string
    seq: number
    id: string
    member_id: string
    kind: string
    version_id: string
    fingerprint: string
    section_id: string | null
    signing: Signing | null
    words: string
    place: string
    submitted_at: number | null
    said_at: number
    at: number
  }
  /** `end_token` is what unsubscribes, nothing else. `sending_…` is a mail that was begun and not heard of since. */
  mail_wishes: {
    member_id: string
    draft_id: string
    address: string
    language: MailLanguage
    asked_at: number
    confirm_hash: string
    confirmed_at: number | null
    end_token: string
    told_at: number
    told_vector: Uint8Array | null
    sending_at: number | null
    sending_vector: Uint8Array | null
    failures: number
    retry_at: number
  }
  /** Asked for in place of a confirmed address, and not confirmed yet. */
  mail_new_addresses: {
    member_id: string
    address: string
    language: MailLanguage
    asked_at: number
    confirm_hash: string
    end_token: string
  }
  audit: {
    draft_id: string
    seq: number
    at: number
    event: AuditEvent
    actor_id: string | null
    subject_id: string | null
    detail: string
    hash: string
  }
  epochs: { number: number; begun_at: number }
  /** Ids only: so that nothing brings an erased draft back. */
  erased_drafts: { draft_id: string; erased_at: number }
  /** One row, written to see whether writing works. */
  heartbeat: { at: number }
  tidied: { at: number }
}
