import type { CarryOver } from '../../domain/carried-draft.ts'
import type { ImportPart } from '../../domain/import-parts.ts'
import type { PlannedSection } from '../../domain/import-plan.ts'
import type { OpenDraft } from '../../state/app-state.ts'
import type { Screen } from '../draft/screen.ts'

/** Writes what was chosen, as this person's edits: one for each section. Returns the parts that came in. */
export const takeOverSections = async (screen: Screen, sections: readonly PlannedSection[]): Promise<ImportPart[]> => {
  const taken: ImportPart[] = []
  for (const { section, parts, lines, how } of sections) {
    const editor = await screen.whenPlaced(section.id)
    if (editor.takeIn(lines, how)) taken.push(...parts)
  }
  return taken
}

export const takeOverFacts = (draft: OpenDraft, { facts, partners }: Pick<CarryOver, 'facts' | 'partners'>): void => {
  for (const { field, value } of facts) draft.setFact(field.id, value)
  for (const { thereId, facts: about, ...partner } of partners) {
    if (thereId === null) draft.addPartner({ ...partner, facts: about })
    else for (const [fieldId, value] of about) draft.setPartnerFact(thereId, fieldId, value)
  }
}
