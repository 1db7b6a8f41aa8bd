import type * as Y from 'yjs'
import {
  duties,
  noWork,
  sectionStatuses,
  type Assignee,
  type Closing,
  type Duty,
  type Named,
  type SectionStatus,
  type SectionWork,
} from '../domain/section-work.ts'
import { editTogether, setField } from './edit-expression.ts'
import { fieldsName, sectionDoneKey } from './names.ts'
import { dutyKey, dutyOf, finalEditorKey, sectionKey } from './work-keys.ts'

/** Longest name and reason that are written; the inputs end there too. */
export const maxNameLength = 120
export const maxReasonLength = 200

/** What the team has said of each of these sections. Whatever others wrote, what cannot be read is unsaid. */
export const readSectionWork = (doc: Y.Doc, sectionIds: readonly string[]): ReadonlyMap<string, SectionWork> => {
  const fields = doc.getMap(fieldsName)
  const assigned = readAssigned(fields)
  return new Map(
    sectionIds.map((id) => [
      id,
      { said: readSaid(fields, id), duties: assigned.get(id) ?? noWork.duties, closing: readClosing(fields, id) },
    ]),
  )
}

/** Who is named for the last edit; null while nobody is. */
export const readFinalEditor = (doc: Y.Doc): Named | null => {
  const fields = doc.getMap(fieldsName)
  const name = text(fields.get(finalEditorKey('name')))
  return name === '' ? null : { name, organisation: text(fields.get(finalEditorKey('organisation'))) }
}

/** Says how far a section is. Older apps know only whether it is done: that is where `released` stands, for them too. */
export const setSectionStatus = (doc: Y.Doc, sectionId: string, status: SectionStatus): void =>
  editTogether(doc, () => {
    const isReleased = status === 'released'
    setField(doc, sectionDoneKey(sectionId), isReleased ? true : null)
    setField(doc, sectionKey(sectionId, 'status'), isReleased ? null : status)
  })

export const assign = (doc: Y.Doc, sectionId: string, duty: Duty, assignee: Assignee): void =>
  setField(doc, dutyKey(sectionId, duty, assignee), assignee.person)

export const unassign = (doc: Y.Doc, sectionId: string, duty: Duty, assignee: Assignee): void =>
  setField(doc, dutyKey(sectionId, duty, assignee), null)

/** Takes an organisation's duties away, with whatever else is done to it in the same change. */
export const unassignAll = (doc: Y.Doc, partnerId: string): void => {
  const keys = [...doc.getMap(fieldsName).keys()].filter((key) => dutyOf(key)?.partnerId === partnerId)
  editTogether(doc, () => keys.forEach((key) => setField(doc, key, null)))
}

/** Leaves sections to the final editor, as one change. */
export const closeSections = (doc: Y.Doc, sectionIds: readonly string[], { by, at, reason }: Closing): void =>
  editTogether(doc, () => {
    for (const id of sectionIds) {
      setField(doc, sectionKey(id, 'closed/by'), by.name)
      setField(doc, sectionKey(id, 'closed/organisation'), by.organisation)
      setField(doc, sectionKey(id, 'closed/at'), at)
      // Empty too: of two who close at once, the reason must be that of the one whose name stands there.
      setField(doc, sectionKey(id, 'closed/reason'), reason)
    }
  })

export const openSections = (doc: Y.Doc, sectionIds: readonly string[]): void =>
  editTogether(doc, () => {
    for (const id of sectionIds) {
      for (const part of ['closed/by', 'closed/organisation', 'closed/at', 'closed/reason'] as const) {
        setField(doc, sectionKey(id, part), null)
      }
    }
  })

/** Names who makes the last edit; null for nobody. */
export const setFinalEditor = (doc: Y.Doc, editor: Named | null): void =>
  editTogether(doc, () => {
    setField(doc, finalEditorKey('name'), editor && editor.name)
    setField(doc, finalEditorKey('organisation'), editor && editor.organisation)
  })

const readSaid = (fields: Y.Map<unknown>, sectionId: string): SectionStatus | null => {
  if (fields.get(sectionDoneKey(sectionId)) === true) return 'released'
  const said = fields.get(sectionKey(sectionId, 'status'))
  return sectionStatuses.find((status) => status === said && status !== 'released') ?? null
}

const readClosing = (fields: Y.Map<unknown>, sectionId: string): Closing | null => {
  const name = text(fields.get(sectionKey(sectionId, 'closed/by')))
  if (name === '') return null
  const at = fields.get(sectionKey(sectionId, 'closed/at'))
  return {
    by: { name, organisation: text(fields.get(sectionKey(sectionId, 'closed/organisation'))) },
    at: typeof at === 'number' && Math.abs(at) < latestMs ? at : null,
    reason: text(fields.get(sectionKey(sectionId, 'closed/reason'))),
  }
}

/** A Date reaches no further. */
const latestMs = 8.64e15

/** By section and duty; organisations in the order of their ids, each as a whole before its people. */
const readAssigned = (fields: Y.Map<unknown>): Map<string, Record<Duty, Assignee[]>> => {
  const assigned = new Map<string, Record<Duty, Assignee[]>>()
  fields.forEach((value, key) => {
    const found = dutyOf(key)
    if (found === null || typeof value !== 'string') return
    const { sectionId, duty, partnerId } = found
    const of = assigned.get(sectionId) ?? { writes: [], reviews: [], releases: [] }
    const assignee = { partnerId, person: text(value) }
    if (!of[duty].some((each) => inOrder(each, assignee) === 0)) of[duty].push(assignee)
    assigned.set(sectionId, of)
  })
  for (const of of assigned.values()) for (const duty of duties) of[duty].sort(inOrder)
  return assigned
}

const inOrder = (a: Assignee, b: Assignee): number => compare(a.partnerId, b.partnerId) || compare(a.person, b.person)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, maxReasonLength) : '')
