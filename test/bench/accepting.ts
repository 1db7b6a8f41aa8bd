import * as Y from 'yjs'
import { createAnchor } from '../../src/document/anchor.ts'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { textName } from '../../src/document/names.ts'
import { acceptSuggestions, type Open } from '../../src/document/settle-suggestions.ts'
import type { TestServer } from '../world/server.ts'
import { call, type FullDraft } from './draft.ts'
import { median, type Figure } from './figure.ts'

const runs = 20
const suggestions = 100

/** Accepting a hundred suggestions of one section as one edit: each puts another word in the place of one. */
export const measureAccepting = async (_server: TestServer, { writer: { doc } }: FullDraft): Promise<Figure[]> => {
  const sectionId = call.sections[0]?.id ?? ''
  const begin = Y.encodeStateAsUpdate(doc)
  const times = Array.from({ length: runs }, () => {
    const copy = createDraftDocument()
    Y.applyUpdate(copy, begin)
    const text = copy.getText(textName(sectionId))
    text.insert(0, `${'Wir machen das zusammen und für alle im Ort. '.repeat(60)}\n`)
    const words = [...text.toJSON().matchAll(/\p{L}+/gu)].filter((_, index) => index % 4 === 0).slice(0, suggestions)
    const open = words.map(({ index, 0: word }, number): Open => {
      const change = [{ delete: word.length }, { insert: 'anders', formats: {} }]
      return { id: String(number), proposed: { ...createAnchor(text, index, index + word.length), change } }
    })
    const begun = performance.now()
    const { accepted } = acceptSuggestions(text, open)
    const ms = performance.now() - begun
    if (accepted.length !== suggestions) throw new Error(`only ${accepted.length} were accepted`)
    return ms
  })
  const value = Math.round(median(times) * 10) / 10
  return [{ name: 'Accepting 100 suggestions in one section', value, unit: 'ms', target: 200 }]
}
