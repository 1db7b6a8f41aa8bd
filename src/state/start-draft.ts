import { addPartner, appendToSection, editTogether, setFact, setField } from '../document/edit-expression.ts'
import { sectionDoneKey } from '../document/names.ts'
import type { Call } from '../domain/call.ts'
import { createDraftId } from '../domain/draft-id.ts'
import type { Person } from '../domain/person.ts'
import type { DraftRecord } from '../storage/draft-record.ts'
import type { DraftStart } from './app-state.ts'
import type { ExampleDraft } from './example-draft.ts'
import type { LiveDraft } from './live-draft.ts'

/** A new draft as this device remembers it, before the server knows it. */
export const newDraftRecord = (callId: string, person: Person, nowMs: number): DraftRecord => ({
  draftId: createDraftId(crypto.getRandomValues(new Uint8Array(26))),
  callId,
  me: { name: person.name, organisation: person.organisation, sector: person.sector },
  access: null,
  registered: false,
  removed: false,
  title: '',
  partners: [],
  progress: [],
  startedAt: nowMs,
  openedAt: nowMs,
  lastStoredAt: null,
  lastContactAt: null,
  idSeed: createIdSeed(),
  renamedAt: 0,
})

/** See `underNewIds`. */
export const createIdSeed = (): string => crypto.getRandomValues(new Uint32Array(4)).join()

/** Writes what somebody said when starting; their own organisation leads until they decide otherwise. */
export const writeStart = ({ doc, call }: LiveDraft, { title, facts, person }: DraftStart): void =>
  editTogether(doc, () => {
    setFact(doc, call.titleField, title.trim() || null)
    for (const [fieldId, value] of facts ?? []) setFact(doc, fieldId, value)
    addPartner(doc, { name: person.organisation, sector: person.sector, lead: true })
  })

/** Writes an example as this person's edits; sections the call does not have are left out. */
export const writeExample = ({ doc, call }: LiveDraft, example: ExampleDraft): void =>
  editTogether(doc, () => {
    for (const [fieldId, value] of example.facts) setFact(doc, fieldId, value)
    for (const partner of example.partners) addPartner(doc, partner)
    for (const { id, lines, done } of example.sections) {
      if (!hasSection(call, id)) continue
      appendToSection(doc, id, lines)
      if (done) setField(doc, sectionDoneKey(id), true)
    }
  })

const hasSection = (call: Call, sectionId: string): boolean => call.sections.some(({ id }) => id === sectionId)
