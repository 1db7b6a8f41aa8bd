import type { Stretch } from '../../editor/places.ts'
import type { SectionEditor } from '../../editor/section-editor.ts'

/** Ranges of a section's text where they are in what its editor shows, without those it shows nothing of. */
export const shownIn = <T extends Stretch>(editor: SectionEditor, ranges: readonly T[]): T[] =>
  ranges.map((range) => ({ ...range, ...editor.toShown(range) })).filter(({ from, to }) => from < to)
