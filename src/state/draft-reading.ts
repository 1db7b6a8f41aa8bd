import { fieldsName, sectionOfTextName, shapeVersion, textName } from '../document/names.ts'
import { readPresence } from '../document/presence.ts'
import {
  readFacts,
  readPartners,
  readRivals,
  readSectionCount,
  readSectionDone,
  readShape,
  readTicked,
  readTitle,
} from '../document/read-expression.ts'
import { readTimePlan } from '../document/time-plan.ts'
import { sectionProgress } from '../domain/section-progress.ts'
import { isSamePerson } from '../domain/person.ts'
import { may } from '../domain/role.ts'
import { countChanges } from '../storage/count-changes.ts'
import type { DraftView, PresentPerson, SectionView } from './draft-view.ts'
import type { LiveDraft } from './live-draft.ts'
import { safetyStatus } from './safety-status.ts'

type Read = Omit<DraftView, 'draftId' | 'call'>

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
    return {
      draftId,
      call,
      ...this.fields(),
      ...this.sections([]),
      ...this.access(),
      ...this.present(),
      nearlyFull: false,
    }
  }

  fields(): Pick<Read, 'title' | 'facts' | 'rivals' | 'partners' | 'ticked' | 'plan'> {
    const { doc, call } = this.#live
    return {
      title: readTitle(doc, call),
      facts: readFacts(doc, call),
      rivals: readRivals(doc, call),
      partners: readPartners(doc, call),
      ticked: readTicked(doc),
      plan: readTimePlan(doc),
    }
  }

  sections(before: readonly SectionView[]): Pick<Read, 'sections'> {
    const { doc, call, storage } = this.#live
    const waiting = storage.waiting()
    const sections = call.sections.map((section, index): SectionView => {
      const count = this.#count(section.id)
      const progress = sectionProgress(count, readSectionDone(doc, section.id))
      const here = waiting.filter(({ places }) => places.includes(textName(section.id)))
      const read = { section, count, progress, waiting: countChanges(here) }
      const last = before[index]
      return last && isSameSection(last, read) ? last : read
    })
    return { sections: sections.every((each, index) => each === before[index]) ? before : sections }
  }

  /** Who I am here, who belongs to the draft, and how it stands with device and server. */
  access(): Omit<Read, keyof ReturnType<DraftReading['fields']> | 'sections' | 'present' | 'nearlyFull'> {
    const { access, me, startedAt, removed, rescue } = this.#live.record()
    const role = access?.me.role ?? 'owner'
    // Whoever starts a draft may agree for their organisation.
    const signing = access ? access.me.signing : 'authorised'
    const facts = this.#live.facts()
    const isOfNewerApp = readShape(this.#live.doc) > shapeVersion
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
      rescuedAt: rescue?.at ?? null,
      meanwhile: this.#live.attention.meanwhile(),
      status: safetyStatus(facts),
      reachable: facts.connection.name === 'live',
      resting: this.#live.isResting,
      isOfNewerApp,
      mayWrite: !removed && !this.#live.isResting && may(role, 'write-content') && !isOfNewerApp,
    }
  }

  /** Everyone else here now, as far as their presence is readable. One's own other tabs and devices are oneself. */
  present(): Pick<Read, 'present'> {
    const { awareness } = this.#live
    const { me } = this.#live.record()
    const present = Array.from(awareness.getStates(), ([clientId, state]): PresentPerson | null => {
      const presence = clientId === awareness.clientID ? null : readPresence(state)
      if (presence === null || isSamePerson(presence.person, me)) return null
      return { clientId, person: presence.person, sectionId: presence.place?.sectionId ?? null }
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
  a.count === b.count && a.progress === b.progress && a.waiting === b.waiting
