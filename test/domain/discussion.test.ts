import { describe, expect, it } from 'vitest'
import { readDiscussion } from '../../src/domain/discussion.ts'
import { readEntry, type EntryAuthor, type NewEntry } from '../../src/domain/discussion-entry.ts'

const amina: EntryAuthor = {
  name: 'Amina Yılmaz',
  organisation: 'Freiwilligenagentur',
  sector: 'civil',
  member: 'm1',
}
const bruno: EntryAuthor = {
  name: 'Bruno Kern',
  organisation: 'Stadtverwaltung',
  sector: 'administration',
  member: 'm2',
}

const id = (letter: string) => letter.repeat(20)
const comment: NewEntry = { type: 'comment', subject: { on: 'draft' }, words: 'Wer macht das?', mentions: [] }
const suggestion: NewEntry = {
  type: 'suggestion',
  section: 'ziele',
  from: '',
  to: '',
  quote: 'gut',
  change: [{ delete: 3 }, { insert: 'sehr gut', formats: {} }],
  words: '',
  mentions: [],
}

/** Entries said one after another, under the ids aaa…, bbb… */
const said = (...entries: readonly (readonly [EntryAuthor, NewEntry])[]) =>
  readDiscussion(
    new Map(entries.map(([by, entry], index) => [id(String.fromCodePoint(97 + index)), { ...entry, by, at: index }])),
  )

describe('a discussion', () => {
  it('gathers replies, new words and their end under the comment', () => {
    const [thread] = said(
      [amina, comment],
      [bruno, { type: 'reply', of: id('a'), words: 'Wir.', mentions: [] }],
      [bruno, { type: 'edited', of: id('b'), words: 'Wir, ab Mai.', mentions: [] }],
      [amina, { type: 'resolved', of: id('a') }],
    ).threads
    expect(thread).toMatchObject({
      opening: { words: 'Wer macht das?', by: amina },
      replies: [{ words: 'Wir, ab Mai.', editedAt: 2 }],
      resolved: { by: amina, at: 3 },
      lastAt: 3,
    })
  })

  it('takes new words and a withdrawal from nobody but the author', () => {
    const [thread] = said(
      [amina, comment],
      [bruno, { type: 'edited', of: id('a'), words: 'Niemand.', mentions: [] }],
      [bruno, { type: 'withdrawn', of: id('a') }],
    ).threads
    expect(thread?.opening).toMatchObject({ words: 'Wer macht das?', isWithdrawn: false })
  })

  it('keeps an accepted suggestion accepted, whoever declined it at the same time', () => {
    const [thread] = said(
      [amina, suggestion],
      [bruno, { type: 'accepted', of: id('a'), wrote: [[7, 0, 8]] }],
      [amina, { type: 'declined', of: id('a'), words: '' }],
      [amina, { type: 'withdrawn', of: id('a') }],
    ).threads
    expect(thread).toMatchObject({ state: 'accepted', settled: { by: bruno }, wrote: [[7, 0, 8]] })
  })

  it('opens a declined suggestion again', () => {
    const [thread] = said(
      [amina, suggestion],
      [bruno, { type: 'declined', of: id('a'), words: 'Zu lang' }],
      [bruno, { type: 'reopened', of: id('a') }],
    ).threads
    expect(thread).toMatchObject({ state: 'open', settled: null })
  })
})

describe('an entry', () => {
  it('of a newer app is kept as such', () => {
    expect(readEntry(JSON.stringify({ type: 'decision', by: amina, at: 1, title: 'Ja' }))).toMatchObject({
      newer: { type: 'decision', title: 'Ja' },
    })
  })

  it.each([
    ['no JSON', '{'],
    ['no text', 7],
    ['without an author', JSON.stringify({ type: 'comment', at: 1 })],
    ['of a known kind with another shape', JSON.stringify({ ...comment, by: amina, at: 1, words: 'a'.repeat(5001) })],
    ['at a moment no date can tell', JSON.stringify({ ...comment, by: amina, at: 1e20 })],
    ['before all time', JSON.stringify({ ...comment, by: amina, at: -1 })],
    ['at no moment', JSON.stringify({ ...comment, by: amina, at: 1 }).replace('"at":1', '"at":1e400')],
    ['too long', JSON.stringify({ type: 'decision', by: amina, at: 1, title: 'a'.repeat(70_000) })],
  ])('is none when %s', (_what, json) => {
    expect(readEntry(json)).toBeNull()
  })
})
