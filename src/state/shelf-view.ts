import type { Call } from '../domain/call.ts'
import type { Progress } from '../domain/section-progress.ts'
import type { DraftId } from '../domain/draft-id.ts'
import type { Member, Person } from '../domain/person.ts'
import type { Sector } from '../domain/sector.ts'
import type { SafetyStatus } from './safety-status.ts'

/** One draft on the shelf, from what this device remembers of it. */
export interface ShelfEntry {
  draftId: DraftId
  /** Null when this device has never seen the call's file. */
  call: Call | null
  title: string
  partners: readonly { name: string; sector: Sector | null; lead: boolean }[]
  /** The required sections' progress in the call's order. */
  progress: readonly Progress[]
  me: Person
  members: readonly Member[]
  mayWrite: boolean
  openedAt: number
  status: SafetyStatus
  /** The text as it once stood on this device, kept when the server's had to take its place. */
  rescue?: { at: number; text: string }
  /** When the server erases the draft if nobody writes in it, in ms since 1970. */
  endsAt?: number
  /** What others said in its discussion that was not seen here, as of the last time it was open. */
  unread?: number
  /** It opens only once the server answers: there was no contact for thirty days. */
  isLocked?: true
}

export interface ShelfView {
  loading: boolean
  drafts: readonly ShelfEntry[]
  /** Calls one can start from: the server's, or the ones remembered when it is out of reach. */
  calls: readonly Call[]
  reachable: boolean
  /** The app's shell is cached: opening works without a network. */
  readyOffline: boolean
  /** False when the browser refuses IndexedDB, as some private windows do. */
  deviceKeeps: boolean
}
