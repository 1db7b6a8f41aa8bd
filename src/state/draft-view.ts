import type { Call, CallSection } from '../domain/call.ts'
import type { Progress } from '../domain/section-progress.ts'
import type { Invitation, Receipt } from '../domain/draft-access.ts'
import type { DraftId } from '../domain/draft-id.ts'
import type { Meanwhile } from '../domain/meanwhile.ts'
import type { Member, Person } from '../domain/person.ts'
import type { Named, SectionStatus, SectionWork } from '../domain/section-work.ts'
import type { PackageState } from '../domain/submission.ts'
import type { TimePlan } from '../domain/time-plan.ts'
import type { FactValue, Partner } from '../document/read-expression.ts'
import type { LostAccess } from './lost-access.ts'
import type { SafetyStatus } from './safety-status.ts'
import type { WhyNot } from './who-may-write.ts'

/** One section as the rail and the page show it. */
export interface SectionView {
  section: CallSection
  count: number
  progress: Progress
  status: SectionStatus
  /** Why this person may not write its text now; null where they may. */
  whyNot: WhyNot | null
  /** Changes in this section the server does not have yet. */
  waiting: number
}

/** Someone else who has this draft open now. `sectionId` is where their caret is; who is in a field is in no section. */
export interface PresentPerson {
  clientId: number
  person: Person
  sectionId: string | null
  /** The key of the field they are in. */
  field: string | null
}

/** Everything a screen shows of an open draft; plain values only. */
export interface DraftView {
  draftId: DraftId
  call: Call
  title: string
  facts: ReadonlyMap<string, FactValue>
  /** Other values, by field id or `partnerKey`, written at the same time, until somebody has chosen. */
  rivals: ReadonlyMap<string, readonly FactValue[]>
  partners: readonly Partner[]
  /** Names of what is ticked, see `tickName`. */
  ticked: readonly string[]
  sections: readonly SectionView[]
  /** What the team has said of each section, by its id. */
  work: ReadonlyMap<string, SectionWork>
  /** Who is named for the last edit. */
  finalEditor: Named | null
  /** What the team has said of the steps up to the deadline. */
  plan: TimePlan
  me: Person & Pick<Member, 'role' | 'signing'> & { memberId: string | null }
  /** As the server last said; only oneself before the draft first reached it. */
  members: readonly Member[]
  invitations: readonly Invitation[]
  /** Who joined and waits for an owner; empty for others than owners. */
  pending: readonly Member[]
  confirmsWriters: boolean
  /** Whose pages have had what, as the server last said. */
  receipts: readonly Receipt[]
  /** How many changes are held back for owners to look at. */
  heldBack: number
  lost: LostAccess | null
  /** When this device last took the server's text in place of its own, in ms since 1970; the shelf has what was here. */
  rescuedAt: number | null
  /** When the server erases the draft if nobody writes in it, in ms since 1970; null while that is a month away. */
  endsAt: number | null
  /** By whom and when the package was frozen; null while it is open. */
  frozen: PackageState['frozen']
  /** What others changed while this person was away, until they have looked at it. */
  meanwhile: Meanwhile | null
  /** It has more than half the size a draft may have. */
  nearlyFull: boolean
  present: readonly PresentPerson[]
  status: SafetyStatus
  /** Whether the server answers at this moment; needed for inviting. */
  reachable: boolean
  /** A newer app has written here what this one may not touch: it shows the text and attaches no editor. */
  isOfNewerApp: boolean
  /** False for roles that only read, and while a newer shape than this app's is in the draft. */
  mayWrite: boolean
  /** The page is about to begin anew; what is typed now would be lost, so nothing may be. */
  resting: boolean
}
