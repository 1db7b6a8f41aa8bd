import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  addPartner,
  appendToSection,
  changePartner,
  removePartner,
  setFact,
  setPartnerFact,
  setTick,
} from '../../src/document/edit-expression.ts'
import { textName } from '../../src/document/names.ts'
import { readFinalEditor, readSectionWork, unassignAll } from '../../src/document/section-work.ts'
import { changeTimePlan, readTimePlan } from '../../src/document/time-plan.ts'
import { readApplication } from '../../src/document/read-application.ts'
import {
  readFacts,
  readPartners,
  readRivals,
  readSectionCount,
  readSectionText,
  readTicked,
  readTitle,
  type FactValue,
} from '../../src/document/read-expression.ts'
import type { Call } from '../../src/domain/call.ts'
import { sectionProgress } from '../../src/domain/section-progress.ts'
import { noWork, sectionStatus } from '../../src/domain/section-work.ts'
import type { Invite } from '../../src/domain/draft-access.ts'
import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Person } from '../../src/domain/person.ts'
import { accepted, refused, type Refusal } from '../../src/domain/refusal.ts'
import type { Role } from '../../src/domain/role.ts'
import { openSectionEditor } from '../../src/editor/section-editor.ts'
import { openSectionReading } from '../../src/editor/section-reading.ts'
import type { OpenDraft } from '../../src/state/app-state.ts'
import { createDraftWork } from '../../src/state/draft-work.ts'
import type { DraftView } from '../../src/state/draft-view.ts'
import { whyNotInDraft, whyNotInSection } from '../../src/state/who-may-write.ts'
import { openPaperTalk, type PaperTalk } from './paper-talk.ts'

/**
 * A draft as the screens see it: the real document and the real editors, with a server and other people that do what a
 * test says.
 */
export interface PaperDraft extends OpenDraft {
  view: StoreApi<DraftView>
  doc: Y.Doc
  /** What others enter. */
  someoneSets: (fieldId: string, value: FactValue) => void
  someoneWrites: (sectionId: string, text: string) => void
  reads: (sectionId: string) => string
  isJoinedBy: (person: Person, sectionId: string | null, field?: string) => void
  losesTheServer: (waiting?: Readonly<Record<string, number>>) => void
  reachesTheServer: () => void
  /** What the server says to the next invitations. */
  answersInvitations: (refusal: Refusal | null) => void
  invited: Invite[]
  said: PaperTalk
}

export const amina: Person = { name: 'Amina Haddad', organisation: 'Freiwilligenagentur', sector: 'civil' }
export const bruno: Person = { name: 'Bruno Seidel', organisation: 'Stadt Lauterbrück', sector: 'administration' }
const dayMs = 86_400_000

const refusedAll = () => Promise.resolve(refused('unreachable'))

/** A server that answers nothing about the team. */
const silentTeam: OpenDraft['team'] = {
  changeRole: refusedAll,
  changeSigning: refusedAll,
  remove: refusedAll,
  leave: refusedAll,
  confirm: refusedAll,
  setConfirmsWriters: refusedAll,
  readAudit: refusedAll,
  listHeldBack: refusedAll,
  acceptHeldBack: refusedAll,
  dropHeldBack: refusedAll,
  listSessions: refusedAll,
  endSession: refusedAll,
  endOtherSessions: refusedAll,
  readWaysBack: refusedAll,
  makeRecoveryCode: refusedAll,
  makePasskey: refusedAll,
  removePasskey: refusedAll,
}

export const openPaperDraft = (call: Call, role: Role = 'owner'): PaperDraft => {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const invited: Invite[] = []
  let waiting: Readonly<Record<string, number>> = {}
  let answer: Refusal | null = null

  const me = { ...amina, memberId: 'amina', role }
  const inDraft = whyNotInDraft({ removed: false, resting: false, role, isOfNewerApp: false, frozen: null })
  const readSections = ({ work, finalEditor }: Pick<DraftView, 'work' | 'finalEditor'>) =>
    call.sections.map((section) => {
      const count = readSectionCount(doc, call, section.id)
      const { said, closing } = work.get(section.id) ?? noWork
      return {
        section,
        count,
        progress: sectionProgress(count, said === 'released'),
        status: sectionStatus(count, said),
        whyNot: whyNotInSection({ inDraft, me, closing, finalEditor }),
        waiting: waiting[section.id] ?? 0,
      }
    })
  const readWork = () => ({
    work: readSectionWork(
      doc,
      call.sections.map(({ id }) => id),
    ),
    finalEditor: readFinalEditor(doc),
  })
  const read = () => ({
    title: readTitle(doc, call),
    facts: readFacts(doc, call),
    rivals: readRivals(doc, call),
    partners: readPartners(doc, call),
    ticked: readTicked(doc),
    plan: readTimePlan(doc),
    ...readWork(),
    sections: readSections(readWork()),
  })
  const view = createStore<DraftView>(() => ({
    draftId: 'lauterbrueck23456789abcdef' as DraftId,
    call,
    ...read(),
    me,
    members: [{ ...amina, id: 'amina', role, joinedAt: 0 }],
    invitations: [],
    pending: [],
    confirmsWriters: false,
    receipts: [],
    heldBack: 0,
    lost: null,
    rescuedAt: null,
    endsAt: null,
    frozen: null,
    meanwhile: null,
    nearlyFull: false,
    isOfNewerApp: false,
    present: [],
    status: { name: 'live', at: 1 },
    reachable: true,
    resting: false,
    mayWrite: role === 'owner' || role === 'editor',
  }))
  doc.on('update', () => view.setState(read()))
  const said = openPaperTalk(doc, view)

  return {
    view,
    doc,
    invited,
    setFact: (fieldId, value) => setFact(doc, fieldId, value),
    setPartnerFact: (id, fieldId, value) => setPartnerFact(doc, id, fieldId, value),
    setTick: (tick, isTicked) => setTick(doc, tick, isTicked),
    addPartner: (partner) => addPartner(doc, partner),
    changePartner: (id, change) => changePartner(doc, id, change),
    removePartner: (id) => {
      removePartner(doc, id)
      unassignAll(doc, id)
    },
    changePlan: (changes) => changeTimePlan(doc, changes),
    work: createDraftWork(doc, { view, readNow: () => undefined }),
    mountSection: (sectionId, options) => {
      const may = () => view.getState().sections.find(({ section }) => section.id === sectionId)?.whyNot === null
      const text = doc.getText(textName(sectionId))
      const editor = openSectionEditor({ ...options, sectionId, text, awareness, editable: may() })
      const stop = view.subscribe(() => editor.setEditable(may()))
      return {
        ...editor,
        destroy: () => {
          stop()
          editor.destroy()
        },
      }
    },
    showSection: (sectionId, options) => openSectionReading({ ...options, text: doc.getText(textName(sectionId)) }),
    invite: (invite) => {
      if (answer !== null) return Promise.resolve(refused(answer))
      invited.push(invite)
      const now = Date.now()
      const invitation = { id: `i${invited.length}`, ...invite, createdAt: now, expiresAt: now + 14 * dayMs }
      view.setState(({ invitations }) => ({ invitations: [...invitations, invitation] }))
      return Promise.resolve(accepted({ invitation, link: 'https://einvernehmen.example/einladung/abc#geheim' }))
    },
    withdrawInvitation: (id) => {
      view.setState(({ invitations }) => ({ invitations: invitations.filter((each) => each.id !== id) }))
      return Promise.resolve(accepted(null))
    },
    enterField: (key) => awareness.setLocalStateField('field', key),
    looked: () => {
      view.setState({ meanwhile: null })
      return Promise.resolve()
    },
    team: { ...silentTeam },
    discussion: () => Promise.reject(new Error('paper does not say what is said about it')),
    discussionFor: () => Promise.resolve(null),
    openAuthorship: () => Promise.reject(new Error('paper does not say who wrote on it')),
    versions: () => Promise.reject(new Error('paper keeps no versions')),
    agreement: () => Promise.reject(new Error('nobody agrees to paper')),
    talk: () => Promise.resolve(said.talk),
    said,
    // Nobody suggests on paper: these parts are never here.
    suggesting: () => new Promise(() => undefined),
    settling: () => new Promise(() => undefined),
    unsentText: () => '',
    refreshAccess: () => Promise.resolve(),
    aside: () => Promise.reject(new Error('nothing lies beside paper')),
    openForm: () => Promise.reject(new Error('paper has no form')),
    application: () => readApplication(doc, call),
    plainText: () => call.sections.map(({ id }) => readSectionText(doc, id)).join('\n'),
    close: () => Promise.resolve(),

    someoneSets: (fieldId, value) => setFact(doc, fieldId, value),
    someoneWrites: (sectionId, text) =>
      appendToSection(doc, sectionId, [{ kind: 'paragraph', level: 1, runs: [{ text, marks: {} }] }]),
    reads: (sectionId) => readSectionText(doc, sectionId),
    isJoinedBy: (person, sectionId, field) =>
      view.setState(({ present }) => {
        return { present: [...present, { clientId: present.length + 1, person, sectionId, field: field ?? null }] }
      }),
    losesTheServer: (changes = {}) => {
      waiting = changes
      const count = Object.values(changes).reduce((sum, each) => sum + each, 0)
      view.setState({ ...read(), reachable: false, present: [], status: { name: 'offline', waiting: count } })
    },
    reachesTheServer: () => {
      waiting = {}
      view.setState({ ...read(), reachable: true, status: { name: 'live', at: 2 } })
    },
    answersInvitations: (refusal) => {
      answer = refusal
    },
  }
}
