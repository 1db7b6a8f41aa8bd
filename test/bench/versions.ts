import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { appendToSection } from '../../src/document/edit-expression.ts'
import { textName } from '../../src/document/names.ts'
import { compareDrafts } from '../../src/state/versions/version-text.ts'
import type { TestServer } from '../world/server.ts'
import { call, type FullDraft } from './draft.ts'
import { median, type Figure } from './figure.ts'

const runs = 100
const characters = 15_000

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = createDraftDocument()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** The full draft, with its own sentences again until it is so long. */
const longDraft = (doc: Y.Doc): Y.Doc => {
  const long = copyOf(doc)
  const length = () => call.sections.reduce((sum, { id }) => sum + long.getText(textName(id)).length, 0)
  const sectionId = call.sections[0]?.id ?? ''
  for (let missing = characters - length(); missing > 0; missing = characters - length()) {
    const text = 'Wir machen das zusammen und für alle im Ort. '.repeat(8).slice(0, missing)
    appendToSection(long, sectionId, [{ kind: 'paragraph', level: 1, runs: [{ text, marks: {} }] }])
  }
  return long
}

/** Every so many words another one in its place. */
const rewrite = (doc: Y.Doc, each: number): Y.Doc => {
  const other = copyOf(doc)
  for (const { id } of call.sections) {
    const text = other.getText(textName(id))
    const words = [...text.toJSON().matchAll(/[\p{L}\p{N}]+/gu)].filter((_, index) => index % each === 0)
    for (const { index, 0: word } of words.toReversed()) {
      text.delete(index, word.length)
      text.insert(index, `x${word.slice(1)}x`)
    }
  }
  return other
}

/** How long it takes to read two versions and to compare them by words: one word in ten is another, and every one. */
export const measureComparing = async (_server: TestServer, { writer: { doc } }: FullDraft): Promise<Figure[]> => {
  const before = longDraft(doc)
  const measured = [
    ['one word in ten another', rewrite(before, 10)],
    ['every word another', rewrite(before, 1)],
  ] as const
  return measured.map(([what, after]) => {
    const times = Array.from({ length: runs }, () => {
      const begun = performance.now()
      compareDrafts(before, after, call)
      return performance.now() - begun
    })
    const value = Math.round(median(times) * 10) / 10
    return { name: `Comparing two versions of 15,000 characters, ${what}`, value, unit: 'ms', target: 50 }
  })
}
