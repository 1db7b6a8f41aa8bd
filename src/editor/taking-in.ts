import type { EditorState, Transaction } from 'prosemirror-state'
import type { Line } from '../document/lines.ts'
import type { TakingIn } from '../domain/import-plan.ts'
import { lineNodes } from './clipboard.ts'

/** Puts a whole text into a section; an empty section's only line is no text to keep. */
export const takingIn = ({ doc, tr }: EditorState, lines: readonly Line[], how: TakingIn): Transaction => {
  const isEmpty = doc.childCount === 1 && doc.firstChild?.content.size === 0
  const from = how === 'replace' || isEmpty ? 0 : doc.content.size
  return tr.replaceWith(from, doc.content.size, lineNodes(lines)).scrollIntoView()
}
