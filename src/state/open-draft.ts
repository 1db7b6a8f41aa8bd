import {
  addPartner,
  changePartner,
  editTogether,
  removePartner,
  setFact,
  setPartnerFact,
  setTick,
} from '../document/edit-expression.ts'
import { unassignAll } from '../document/section-work.ts'
import { changeTimePlan } from '../document/time-plan.ts'
import { textName } from '../document/names.ts'
import { readApplication } from '../document/read-application.ts'
import type { CallField } from '../domain/call.ts'
import type { DraftId } from '../domain/draft-id.ts'
import { isSamePerson } from '../domain/person.ts'
import { accepted, refused, type Outcome, type Refusal } from '../domain/refusal.ts'
import { openSectionEditor, type SectionEditor } from '../editor/section-editor.ts'
import { openSectionReading } from '../editor/section-reading.ts'
import type { OpenDraft } from './opened-draft.ts'
import type { Desk } from './desk.ts'
import { hasText } from './draft-here.ts'
import { draftAsText } from './draft-as-text.ts'
import { createDraftTeam } from './draft-team.ts'
import { createDraftWork } from './draft-work.ts'
import type { DraftView, PresentPerson } from './draft-view.ts'
import { rememberAccess } from './join-draft.ts'
import { askWhereLocked, type LockedCopy } from './lease.ts'
import type { LiveDraft } from './live-draft.ts'
import { fetchPart } from './missing-part.ts'
import { openedOnce } from './opened-once.ts'
import { unsentText } from './lost-access.ts'
import { watchDraft } from './watch-draft.ts'
import { whenHeard } from './when-heard.ts'

/**
 * Opens a draft. What is on this device opens without asking anybody, whatever the server thinks of it: someone's text
 * is never hidden from them; only after thirty days without contact is the server asked first. Opening writes nothing into
 * the document.
 */
export const openDraft = async (desk: Desk, draftId: DraftId): Promise<Outcome<OpenDraft> | LockedCopy> => {
  const kept = await desk.deviceStore.readDraftAndCall(draftId)
  const isHere = await hasText(desk, draftId, kept.record)
  const locked = isHere ? await askWhereLocked(desk, kept.record) : null
  if (locked) return locked
  if (!isHere) {
    const access = await desk.api.readAccess(draftId)
    if (!access.ok) return (await wasEverHere(desk, draftId)) ? access : forStranger(access)
    await rememberAccess(desk, access.value)
  }
  const held = await desk.hold(draftId, isHere ? kept : null)
  if (!held.ok) return held
  const live = held.value
  live.noteOpened(Date.now())
  if (isHere) void live.refreshAccess()
  else await whenHeard(live.sync, firstTextLimitMs)
  return accepted(putOnScreen(live, desk))
}

const wasEverHere = async ({ deviceStore }: Desk, draftId: DraftId): Promise<boolean> =>
  (await deviceStore.readDraft(draftId)) !== null

/** A session cannot have run out on a device that never had the draft: there it is as absent as a foreign one. */
const forStranger = (refusal: { ok: false; refusal: Refusal }) =>
  refusal.refusal === 'signed-out' ? refused('absent') : refusal

/** Nobody starts on an empty page because their partners' text is a moment late. */
const firstTextLimitMs = 5_000

const putOnScreen = (live: LiveDraft, desk: Desk): OpenDraft => {
  const { doc, awareness, call, draftId } = live
  const watch = watchDraft(live)
  const editors = new Map<SectionEditor, string>()
  const mayWrite = () => watch.view.getState().mayWrite
  const mayWriteIn = (sectionId: string) =>
    watch.view.getState().sections.find(({ section }) => section.id === sectionId)?.whyNot === null
  /** A form that is still open when the right to write ends must not write. */
  const ifAllowed = (edit: () => void): void => (mayWrite() ? edit() : undefined)
  /** The same for what is ticked or chosen; what is typed shows by itself. */
  const choose = (edit: () => void): void => {
    ifAllowed(edit)
    watch.readNow()
  }
  const byKind = (fields: readonly CallField[], id: string) =>
    fields.some((field) => field.id === id && (field.kind === 'choice' || field.kind === 'yes-no')) ? choose : ifAllowed

  const introduce = () => {
    const { me } = live.record()
    awareness.setLocalState({ place: null, field: null, ...awareness.getLocalState(), person: me })
  }
  introduce()
  const leaveScreen = live.attention.show()
  const asked = new Set<string>()
  /** Somebody is here who joined after the server was last asked. Once for each, whatever the answer. */
  const askWhoIsNew = ({ present, members }: DraftView) => {
    const isNew = ({ person }: PresentPerson) => !members.some((member) => isSamePerson(member, person))
    const strangers = present.filter(isNew).map(({ person }) => `${person.name}\n${person.organisation}`)
    if (strangers.every((each) => asked.has(each))) return
    for (const each of strangers) asked.add(each)
    void live.refreshAccess()
  }
  /** Whoever writes keeps the draft; the server says so once it has stored it. */
  const askWhenItEnds = (view: DraftView, before: DraftView) => {
    if (view.endsAt === null || view.status.name !== 'live') return
    const isWritten = view.status !== before.status || view.sections !== before.sections || view.facts !== before.facts
    if (isWritten) void live.refreshAccess()
  }
  const stopWatching = watch.view.subscribe((view, before) => {
    askWhenItEnds(view, before)
    if (view.me !== before.me) introduce()
    if (view.present !== before.present) askWhoIsNew(view)
    if (view.sections !== before.sections) {
      for (const [editor, sectionId] of editors) editor.setEditable(mayWriteIn(sectionId))
    }
  })

  const talk = openedOnce(async () =>
    (await fetchPart(import('./discussion/open-talk.ts'))).openTalk(desk, live, watch.view),
  )
  const suggesting = openedOnce(async () =>
    (await fetchPart(import('./suggesting/draft-suggesting.ts'))).DraftSuggesting.open(desk, live, watch.view),
  )

  let isClosed = false
  return {
    view: watch.view,
    setFact: (fieldId, value) => byKind(call.fields, fieldId)(() => setFact(doc, fieldId, value)),
    setPartnerFact: (partnerId, fieldId, value) =>
      byKind(call.partners.fields, fieldId)(() => setPartnerFact(doc, partnerId, fieldId, value)),
    setTick: (tick, isTicked) => choose(() => setTick(doc, tick, isTicked)),
    addPartner: (partner) => (mayWrite() ? addPartner(doc, partner) : ''),
    changePartner: (partnerId, change) =>
      ('name' in change ? ifAllowed : choose)(() => changePartner(doc, partnerId, change)),
    removePartner: (partnerId) =>
      ifAllowed(() =>
        editTogether(doc, () => {
          removePartner(doc, partnerId)
          unassignAll(doc, partnerId)
        }),
      ),
    changePlan: (changes) => choose(() => changeTimePlan(doc, changes)),

    mountSection: (sectionId, options) => {
      const text = doc.getText(textName(sectionId))
      const editor = openSectionEditor({ ...options, sectionId, text, awareness, editable: mayWriteIn(sectionId) })
      editors.set(editor, sectionId)
      return {
        ...editor,
        destroy: () => {
          editors.delete(editor)
          editor.destroy()
        },
      }
    },

    showSection: (sectionId, options) => openSectionReading({ ...options, text: doc.getText(textName(sectionId)) }),

    invite: async (invite) => {
      const answer = await desk.api.invite(draftId, invite)
      if (!answer.ok) return answer
      const { invitation, secret } = answer.value
      await live.refreshAccess()
      return accepted({ invitation, link: `${desk.surroundings.origin}/einladung/${draftId}#${secret}` })
    },
    withdrawInvitation: async (invitationId) => {
      const answer = await desk.api.withdrawInvitation(draftId, invitationId)
      if (answer.ok) await live.refreshAccess()
      return answer
    },
    refreshAccess: async () => {
      await live.refreshAccess()
    },

    enterField: (key) => awareness.setLocalStateField('field', key),

    looked: () => live.attention.looked(),
    team: createDraftTeam(desk, live),
    work: createDraftWork(doc, watch),
    versions: () => live.versions(),
    agreement: () => live.agreement(),
    discussion: () => live.discussion(),
    discussionFor: async (application, withSettled) =>
      (await fetchPart(import('./discussion/discussion-for-documents.ts'))).discussionForDocuments(
        live,
        application,
        withSettled,
      ),
    openAuthorship: async () => (await fetchPart(import('./versions/authorship.ts'))).Authorship.open(desk, live),
    talk: () => talk.get(),
    suggesting: () => suggesting.get(),
    settling: async () =>
      (await fetchPart(import('./suggesting/settling.ts'))).createSettling(live, await live.discussion(), watch.view),
    unsentText: () => unsentText(live, call),
    plainText: () => draftAsText(doc, call),
    application: () => readApplication(doc, call),
    openForm: async (words) => (await fetchPart(import('./form-transfer.ts'))).openFormTransfer(desk, live, words),
    aside: async () => (await fetchPart(import('./aside.ts'))).openAside(desk, live),
    close: async () => {
      if (isClosed) return
      isClosed = true
      for (const editor of editors.keys()) editor.destroy()
      for (const part of [suggesting, talk]) {
        await part
          .begun()
          ?.then((opened) => opened.close())
          .catch(() => null)
      }
      stopWatching()
      watch.close()
      leaveScreen()
      await desk.drafts.release(draftId)
    },
  }
}
