import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { readTextAuthors } from '../../src/document/text-authors.ts'
import { sharesOf } from '../../src/domain/shares.ts'

const page = (clientID: number, from?: Y.Doc): Y.Doc => {
  const doc = Object.assign(createDraftDocument(), { clientID })
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  return doc
}

it('every character that stands there is somebody’s, and what was struck out is nobody’s', () => {
  const first = page(1)
  first.getText('text/ziele').insert(0, 'Wir öffnen das Haus.\n')
  const second = page(2, first)
  const text = second.getText('text/ziele')
  text.format(4, 6, { bold: true })
  text.insert(15, 'schöne ')
  text.delete(0, 4)
  expect(readTextAuthors(text)).toEqual([
    { clientId: 1, credited: null, from: 0, to: 11 },
    { clientId: 2, credited: null, from: 11, to: 18 },
    { clientId: 1, credited: null, from: 18, to: 24 },
  ])
  expect(readTextAuthors(text).at(-1)?.to).toBe(text.length)
})

it('what a page wrote for somebody is theirs, character by character, and nothing else of that page', () => {
  const doc = page(1)
  const text = doc.getText('text/ziele')
  text.insert(0, 'Wir öffnen das Haus.')
  const credit = { wrote: [1, 4, 10] as const, person: { organisation: 'Chor', sector: 'civil' as const } }
  const ofAnother = { ...credit, wrote: [2, 0, 20] as const }
  expect(readTextAuthors(text, [ofAnother, credit])).toEqual([
    { clientId: 1, credited: null, from: 0, to: 4 },
    { clientId: 1, credited: credit, from: 4, to: 10 },
    { clientId: 1, credited: null, from: 10, to: 20 },
  ])
  text.delete(0, 6)
  expect(readTextAuthors(text, [credit])[0]).toEqual({ clientId: 1, credited: credit, from: 0, to: 4 })
})

it('shares are told by organisation, most first, and add up to a hundred', () => {
  const of = (organisation: string, characters: number) => ({ organisation, sector: 'civil' as const, characters })
  const shares = sharesOf([of('Chor', 1), of('Agentur', 1), of('Chor', 0), of('Verein', 1), of('Niemand', 0)])
  expect(shares.map(({ percent }) => percent).reduce((a, b) => a + b)).toBe(100)
  expect(shares.map(({ organisation }) => organisation)).toEqual(['Chor', 'Agentur', 'Verein'])
  expect(sharesOf([of('Chor', 999), of('Agentur', 1)]).map(({ percent }) => percent)).toEqual([100, 0])
  expect(sharesOf([])).toEqual([])
})
