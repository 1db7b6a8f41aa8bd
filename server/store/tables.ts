import type { Invite } from '../../src/domain/draft-access.ts'

/** The tables as Kysely sees them. Times in ms since 1970; `token_hash` and `secret_hash` are SHA-256 in hexadecimal. */
export interface Tables {
  drafts: { id: string; call_id: string; created_at: number }
  updates: { draft_id: string; seq: number; bytes: Uint8Array; at: number; member_id: string }
  snapshots: { draft_id: string; upto_seq: number; bytes: Uint8Array; at: number }
  client_ids: { draft_id: string; client_id: number; member_id: string; session_id: string; at: number }
  members: Invite & { id: string; draft_id: string; joined_at: number }
  sessions: { token_hash: string; created_at: number; expires_at: number; seen_at: number }
  session_members: { token_hash: string; draft_id: string; member_id: string }
  invitations: Invite & {
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
  epochs: { number: number; begun_at: number }
  /** Ids only: so that nothing brings an erased draft back. */
  erased_drafts: { draft_id: string; erased_at: number }
  /** One row, written to see whether writing works. */
  heartbeat: { at: number }
}
