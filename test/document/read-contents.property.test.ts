import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDraftDocument } from '../../src/document/draft-document.ts'
import { textName } from '../../src/document/names.ts'
import { hasForeign, joinStates, readContents, readNewAuthors, writersOf } from '../../src/document/read-contents.ts'
import { whatChanged } from '../../src/state/what-changed.ts'

const runs = Number(process.env['PROPERTY_RUNS'] ?? 150)

const edit = fc.record({
  at: fc.nat(200),
  strike: fc.nat(12),
  write: fc.constantFrom('', 'Haus ', 'Chor. ', 'neu', 'Am Platz gibt es Raum. ', '\n'),
})
type Edit = { at: number; strike: number; write: string }

const openPage = (clientID: number, state: Uint8Array | null): Y.Doc => {
  const doc = createDraftDocument()
  doc.clientID = clientID
  if (state) Y.applyUpdate(doc, state)
  return doc
}

const write = (doc: Y.Doc, { at, strike, write: words }: Edit): void => {
  const text = doc.getText(textName('ziele'))
  const place = at % (text.length + 1)
  text.delete(place, Math.min(strike, text.length - place))
  text.insert(place, words)
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}]+/gu) ?? []

it('what others changed is told apart from one’s own, whoever wrote what and in whatever order it comes', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), fc.array(edit, { maxLength: 6 }), (own, foreign) => {
      const first = openPage(1, null)
      first.getText(textName('ziele')).insert(0, 'Wir öffnen das Haus. Am Montag gibt es Kaffee. Alle sind da.')
      const shared = Y.encodeStateAsUpdate(first)
      const mine = openPage(2, shared)
      const theirs = openPage(3, shared)
      for (const each of own) write(mine, each)
      for (const each of foreign) write(theirs, each)
      const had = readContents(mine)
      const vector = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(shared))
      expect(hasForeign(mine, vector, new Set([2]))).toBe(false)
      const received = [Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine))]
      for (const update of received) Y.applyUpdate(mine, update)
      expect(hasForeign(mine, vector, writersOf([]))).toBe(mine.store.clients.has(2) || mine.store.clients.has(3))

      // Their text is had again as they had it, whatever was struck out here.
      const joined = joinStates(shared, received)
      expect(joined && readContents(joined)).toEqual(readContents(theirs))
      const changed = whatChanged({ seen: { state: shared, at: 1 }, mine: had, received, doc: mine }, 2)
      const told = changed.sections.flatMap(({ changes }) => changes)
      const before = wordsOf(readContents(first).texts.get('ziele') ?? '').length
      const after = wordsOf(readContents(theirs).texts.get('ziele') ?? '').length
      const growth = told.reduce((sum, each) => sum + wordsOf(each.theirs).length - wordsOf(each.before).length, 0)
      // Where both came to the same, nothing is told.
      const isSameOutcome = readContents(mine).texts.get('ziele') === readContents(theirs).texts.get('ziele')
      expect(isSameOutcome && own.length > 0 ? after - before : growth).toBe(after - before)
      expect(told.flatMap(({ by }) => by).every((id) => id === 3)).toBe(true)
    }),
    { numRuns: runs },
  )
})

it('who wrote a part is known to the letter, also where older text stands beside it', () => {
  const doc = openPage(7, null)
  const text = doc.getText(textName('ziele'))
  text.insert(0, 'Alt. ')
  const since = Y.decodeStateVector(Y.encodeStateVector(doc))
  text.insert(5, 'Neu. ')
  const other = openPage(8, Y.encodeStateAsUpdate(doc))
  other.getText(textName('ziele')).insert(10, 'Von dort.')
  const authors = readNewAuthors(other, since)
  expect(authors.ofText('ziele', 0, 5)).toEqual([])
  expect(authors.ofText('ziele', 5, 10)).toEqual([7])
  expect(authors.ofText('ziele', 0, 19)).toEqual([7, 8])
  other.getMap('fields').set('contact', 'Amina')
  expect(authors.ofField('contact')).toEqual([8])
  expect(authors.ofField('place.name')).toEqual([])
})

it('what builds on something that never came is not passed off as what others have', () => {
  const first = openPage(1, null)
  first.getText(textName('ziele')).insert(0, 'Eins')
  const shared = Y.encodeStateAsUpdate(first)
  first.getText(textName('ziele')).insert(4, ' zwei')
  const vector = Y.encodeStateVector(first)
  first.getText(textName('ziele')).insert(9, ' drei')
  expect(joinStates(shared, [Y.encodeStateAsUpdate(first, vector)])).toBeNull()
})
