import { fieldsName, sectionOfTextName, shapeVersion, textName } from '../document/names.ts'
import { readPresence } from '../document/presence.ts'
import {
  readFacts,
  readPartners,
  readRivals,
  readSectionCount,
  readShape,
  readTicked,
  readTitle,
} from '../document/read-expression.ts'
import { readFinalEditor, readSectionWork } from '../document/section-work.ts'
import { readTimePlan } from '../document/time-plan.ts'
import { sectionProgress } from '../domain/section-progress.ts'
import { noWork, sectionStatus } from '../domain/section-work.ts'
import { isSamePerson } from '../domain/person.ts'
import { countChanges } from '../storage/count-changes.ts'
import type { DraftView, PresentPerson, SectionView } from './draft-view.ts'
import type { LiveDraft } from './live-draft.ts'
import { safetyStatus } from './safety-status.ts'
import { whyNotInDraft, whyNotInSection, type WhyNot } from './who-may-write.ts'

type Read = Omit<DraftView, 'draftId' | 'call'>
type Fields = Pick<Read, 'title' | 'facts' | 'rivals' | 'partners' | 'ticked' | 'plan' | 'work' | 'finalEditor'>

/** Reads the parts of a draft's view. What has not changed keeps its identity, so that screens redraw only what did. */
export class DraftReading {
  readonly #live: LiveDraft
  /** Counting a section costs more than anything else here: done once, and again after its text changed. */
  readonly #counts = new Map<string, number>()

  constructor(live: LiveDraft) {
    this.#live = live
  }

  forgetCount(sectionId: string): void {
    this.#counts.delete(sectionId)
  }

  whole(): DraftView {
    const { draftId, call } = this.#live
    const fields = this.fields()
    return {
      draftId,
      call,
      ...fields,
      ...this.sections([], fields),
      ...this.access(),
      ...this.present(),
      nearlyFull: false,
    }
  }

  fields(): Fields {
    const { doc, call } = this.#live
    const sectionIds = call.sections.map(({ id }) => id)
    return {
      title: readTitle(doc, call),
      facts: readFacts(doc, call),
      rivals: readRivals(doc, call),
      partners: readPartners(doc, call),
      ticked: readTicked(doc),
      plan: readTimePlan(doc),
      work: readSectionWork(doc, sectionIds),
      finalEditor: readFinalEditor(doc),
    }
  }

  /** Beside the sections before, what `fields` last read. */
  sections(
    before: readonly SectionView[],
    { work, finalEditor }: Pick<Fields, 'work' | 'finalEditor'>,
  ): Pick<Read, 'sections'> {
    const { call, storage } = this.#live
    const { me } = this.#live.record()
    const waiting = storage.waiting()
    const inDraft = this.#whyNotInDraft()
    const sections = call.sections.map((section, index): SectionView => {
      const count = this.#count(section.id)
      const { said, closing } = work.get(section.id) ?? noWork
      const progress = sectionProgress(count, said === 'released')
      const whyNot = whyNotInSection({ inDraft, me, closing, finalEditor })
      const here = waiting.filter(({ places }) => places.includes(textName(section.id)))
      const read = {
        section,
        count,
        progress,
        status: sectionStatus(count, said),
        whyNot,
        waiting: countChanges(here),
      }
      const last = before[index]
      return last && isSameSection(last, read) ? last : read
    })
    return { sections: sections.every((each, index) => each === before[index]) ? before : sections }
  }

  /** Who I am here, who belongs to the draft, and how it stands with device and server. */
  access(): Omit<Read, keyof Fields | 'sections' | 'present' | 'nearlyFull'> {
    const { access, me, startedAt, rescue } = this.#live.record()
    const role = access?.me.role ?? 'owner'
    // Whoever starts a draft may agree for their organisation.
    const signing = access ? access.me.signing : 'authorised'
    const facts = this.#live.facts()
    return {
      me: { ...me, memberId: access?.me.id ?? null, role, ...(signing && { signing }) },
      members: access?.members ?? [{ ...me, id: 'me', role, joinedAt: startedAt }],
      invitations: access?.invitations ?? [],
      pending: access?.pending ?? [],
      confirmsWriters: access?.confirmsWriters ?? false,
      receipts: access?.receipts ?? [],
      heldBack: access?.heldBack ?? 0,
      lost: this.#live.lost(),
      endsAt: access?.endsAt ?? null,
      frozen: access?.package?.frozen ?? null,
      rescuedAt: rescue?.at ?? null,
      meanwhile: this.#live.attention.meanwhile(),
      status: safetyStatus(facts),
      reachable: facts.connection.name === 'live',
      resting: this.#live.isResting,
      isOfNewerApp: this.#isOfNewerApp(),
      mayWrite: this.#whyNotInDraft() === null,
    }
  }

  #isOfNewerApp(): boolean {
    return readShape(this.#live.doc) > shapeVersion
  }

  #whyNotInDraft(): WhyNot | null {
    const { access, removed } = this.#live.record()
    const role = access?.me.role ?? 'owner'
    const isOfNewerApp = this.#isOfNewerApp()
    const frozen = access?.package?.frozen ?? null
    return whyNotInDraft({ removed, resting: this.#live.isResting, role, isOfNewerApp, frozen })
  }

  /** Everyone else here now, as far as their presence is readable. One's own other tabs and devices are oneself. */
  present(): Pick<Read, 'present'> {
    const { awareness } = this.#live
    const { me } = this.#live.record()
    const present = Array.from(awareness.getStates(), ([clientId, state]): PresentPerson | null => {
      const presence = clientId === awareness.clientID ? null : readPresence(state)
      if (presence === null || isSamePerson(presence.person, me)) return null
      const { person, place, field } = presence
      return { clientId, person, sectionId: place?.sectionId ?? null, field }
    })
    return { present: present.filter((each) => each !== null) }
  }

  #count(sectionId: string): number {
    const known = this.#counts.get(sectionId)
    if (known !== undefined) return known
    const count = readSectionCount(this.#live.doc, this.#live.call, sectionId)
    this.#counts.set(sectionId, count)
    return count
  }
}

/** What part of the view a root of the document belongs to. */
export const partOfRoot = (name: string): { part: 'fields' } | { part: 'section'; sectionId: string } | null => {
  if (name === fieldsName) return { part: 'fields' }
  const sectionId = sectionOfTextName(name)
  return sectionId === null ? null : { part: 'section', sectionId }
}

const isSameSection = (a: SectionView, b: SectionView): boolean =>
  a.count === b.count &&
  a.progress === b.progress &&
  a.status === b.status &&
  a.waiting === b.waiting &&
  JSON.stringify(a.whyNot) === JSON.stringify(b.whyNot)
