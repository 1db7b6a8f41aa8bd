import type { Application } from '../../domain/application.ts'
import type { Call } from '../../domain/call.ts'
import { countCharacters } from '../../domain/character-count.ts'
import { fingerprint, sectionFingerprint } from '../../domain/fingerprint.ts'
import { plainText } from '../../domain/line.ts'

/** What a wording is known by. */
export interface Marks {
  whole: string
  sections: ReadonlyMap<string, string>
  /** Of all sections, by the call's rule. */
  characters: number
}

/** Of the whole (`sectionId` null) or of a section. */
export const markOf = ({ whole, sections }: Marks, sectionId: string | null): string =>
  sectionId === null ? whole : (sections.get(sectionId) ?? '')

/** What somebody has before them, with what it is known by. */
export interface ShownWording {
  application: Application
  marks: Marks
}

export const marksOf = (application: Application, { counting }: Pick<Call, 'counting'>): Marks => ({
  whole: fingerprint(application),
  sections: new Map(application.sections.map((section) => [section.id, sectionFingerprint(application.call, section)])),
  characters: application.sections.reduce((sum, { lines }) => sum + countCharacters(plainText(lines), counting), 0),
})
