import * as Y from 'yjs'
import { createDraftDocument } from '../../document/draft-document.ts'
import { readLines } from '../../document/lines.ts'
import { textName } from '../../document/names.ts'
import { readContents } from '../../document/read-contents.ts'
import type { Call } from '../../domain/call.ts'
import type { FactValue } from '../../domain/fact.ts'
import { plainText } from '../../domain/line.ts'
import { compareTexts, type TextBlock } from '../../domain/text-comparison.ts'

/** What changed in one section between two versions. */
export interface SectionComparison {
  sectionId: string
  title: string
  blocks: readonly TextBlock[]
  isChanged: boolean
  /** The words are the same, and lines or marks are not. */
  isReformatted: boolean
}

export interface Comparison {
  /** Every section of the call, in its order. */
  sections: readonly SectionComparison[]
  /** Fields with another value, by their keys in the document. */
  facts: readonly { key: string; before: FactValue | null; after: FactValue | null }[]
}

/** A document of a state; null where it cannot be read. Destroy it after use. */
export const openState = (state: Uint8Array): Y.Doc | null => {
  const doc = createDraftDocument()
  try {
    Y.applyUpdate(doc, state)
    return doc
  } catch {
    doc.destroy()
    return null
  }
}

/** What the partners would read in the one and in the other, word by word. */
export const compareDrafts = (before: Y.Doc, after: Y.Doc, call: Call): Comparison => {
  const sections = call.sections.map(({ id, title }): SectionComparison => {
    const [was, is] = [before, after].map((doc) => readLines(doc.getText(textName(id))))
    const blocks = compareTexts(plainText(was ?? []), plainText(is ?? []))
    const isChanged = blocks.some(({ kind }) => kind === 'changed')
    const isReformatted = !isChanged && JSON.stringify(was) !== JSON.stringify(is)
    return { sectionId: id, title, blocks, isChanged, isReformatted }
  })
  return { sections, facts: compareFields(readContents(before).fields, readContents(after).fields, call) }
}

type Fields = ReadonlyMap<string, FactValue>

/** Of what is handed in: neither the plan nor who does what. */
const compareFields = (before: Fields, after: Fields, call: Call): Comparison['facts'] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null]
    const isHandedIn = call.fields.some(({ id }) => id === key) || /^(?:partner|declaration)\//.test(key)
    return was !== is && isHandedIn ? [{ key, before: was, after: is }] : []
  })
