import type { Aside } from './aside.ts'
import type { StoreApi } from 'zustand/vanilla'
import type { NewPartner } from '../document/edit-expression.ts'
import type { Application } from '../domain/application.ts'
import type { Invitation, Invite } from '../domain/draft-access.ts'
import type { FactValue } from '../domain/fact.ts'
import type { Outcome } from '../domain/refusal.ts'
import type { Tick } from '../domain/tick.ts'
import type { Milestone, StepSaid } from '../domain/time-plan.ts'
import type { SectionEditor, SectionEditorOptions } from '../editor/section-editor.ts'
import type { SectionReading } from '../editor/section-reading.ts'
import type { DraftAgreement } from './agreement/draft-agreement.ts'
import type { Discussed } from './discussion/discussed.ts'
import type { DraftTalk } from './discussion/draft-talk.ts'
import type { DraftSuggesting } from './suggesting/draft-suggesting.ts'
import type { Settling } from './suggesting/settling.ts'
import type { DraftTeam } from './draft-team.ts'
import type { DraftView } from './draft-view.ts'
import type { DraftWork } from './draft-work.ts'
import type { FormTransfer } from './form-transfer.ts'
import type { Authorship } from './versions/authorship.ts'
import type { DraftVersions } from './versions/draft-versions.ts'

export type SectionMount = Omit<SectionEditorOptions, 'text' | 'awareness' | 'sectionId' | 'editable'>

/** A draft that is open on screen. Whoever opened it closes it. */
export interface OpenDraft extends Discussed {
  view: StoreApi<DraftView>
  /** null clears the fact. */
  setFact(fieldId: string, value: FactValue | null): void
  setPartnerFact(partnerId: string, fieldId: string, value: FactValue | null): void
  setTick(tick: Tick, isTicked: boolean): void
  /** Returns the new partner's id. */
  addPartner(partner: NewPartner): string
  changePartner(partnerId: string, change: Partial<Omit<NewPartner, 'facts'>>): void
  removePartner(partnerId: string): void
  /** Says something of steps of the time plan, as one change. */
  changePlan(changes: ReadonlyMap<Milestone, Partial<StepSaid>>): void
  /** Mounts the editor of one section; it is read-only while this person may not write there, see `SectionView.whyNot`. */
  mountSection(sectionId: string, options: SectionMount): SectionEditor
  /** Shows one section without an editor. */
  showSection(sectionId: string, options: Pick<SectionMount, 'element' | 'label' | 'language'>): SectionReading
  /** The link carries the secret in its fragment and is shown this once. */
  invite(invite: Invite): Promise<Outcome<{ invitation: Invitation; link: string }>>
  withdrawInvitation(invitationId: string): Promise<Outcome<null>>
  /** Tells the others which field this person is in, null for none. */
  enterField(key: string | null): void
  /** What others changed meanwhile has been looked at. */
  looked(): Promise<void>
  team: DraftTeam
  work: DraftWork
  /** These reject when the part of the app that knows them cannot be had; `openAuthorship` is closed by its opener. */
  versions(): Promise<DraftVersions>
  agreement(): Promise<DraftAgreement>
  openAuthorship(): Promise<Authorship>
  /** What is said about it; one as long as it is open. */
  talk(): Promise<DraftTalk>
  /** Suggestions in its text, typed by this person and drawn for everyone; one as long as it is open. */
  suggesting(): Promise<DraftSuggesting>
  /** Deciding on suggestions; rejects as `versions`. */
  settling(): Promise<Settling>
  /** This person's own words that the server never took, after the right to write has ended. */
  unsentText(): string
  /** Asks the server again who belongs to the draft. */
  refreshAccess(): Promise<void>
  /** The whole draft as readable text, for copying and for the emergency download. */
  plainText(): string
  /** What the partners wrote, as it stands now; documents are made from it. */
  application(): Application
  /** Copying field by field into the sponsor's form; whoever opens it closes it. */
  openForm(words: { yes: string; no: string }): Promise<FormTransfer>
  /** What of imported texts has no place in it yet; rejects as `versions`. */
  aside(): Promise<Aside>
  close(): Promise<void>
}
