import * as Y from 'yjs'
import { createAnchor, wordsOf } from '../../../src/document/anchor.ts'
import { applySuggestion, type Proposed } from '../../../src/document/suggestion.ts'
import { compareFork } from '../../../src/editor/suggesting/compare-fork.ts'
import { readForkChanges, type ForkChange } from '../../../src/editor/suggesting/fork-changes.ts'
import { openWriter, type Writer } from '../replicas.ts'

/** A fork of somebody's text with an editor on it. */
export const openFork = ({ doc }: Writer, clientId: number): Writer =>
  openWriter(`fork ${clientId}`, clientId, { known: [Y.encodeStateAsUpdate(doc)] })

export const changesOf = (content: Y.Text, fork: Y.Text): readonly ForkChange[] =>
  readForkChanges(compareFork(content, fork)).changes

export const proposedOf = (content: Y.Text, { from, to, change }: ForkChange): Proposed => ({
  ...createAnchor(content, from, to),
  change: [...change],
})

/** A copy of a text with these changes made, from the last to the first. */
export const applied = (content: Y.Text, changes: readonly ForkChange[]): Y.Text => {
  const copy = new Y.Doc()
  if (content.doc) Y.applyUpdate(copy, Y.encodeStateAsUpdate(content.doc))
  const text = copy.getText('text/ziele')
  for (const { from, change } of changes.toReversed()) applySuggestion(text, from, change)
  return text
}

export { wordsOf }
