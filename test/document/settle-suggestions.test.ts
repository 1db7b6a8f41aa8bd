import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { createAnchor } from '../../src/document/anchor.ts'
import {
  acceptChanged,
  acceptSuggestions,
  isInTwice,
  isTakenBack,
  takeOut,
} from '../../src/document/settle-suggestions.ts'
import { createStandingReader, type Proposed } from '../../src/document/suggestion.ts'
import { wordsAfter } from '../../src/domain/suggested-words.ts'
import type { SuggestedOp } from '../../src/domain/discussion-entry.ts'

const open = (words: string, from?: Y.Doc): Y.Text => {
  const doc = new Y.Doc()
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  const text = doc.getText('text/ziele')
  if (words !== '') text.insert(0, words)
  return text
}

const copy = (text: Y.Text): Y.Text => open('', text.doc as Y.Doc)

const meet = (a: Y.Text, b: Y.Text): void => {
  Y.applyUpdate(a.doc as Y.Doc, Y.encodeStateAsUpdate(b.doc as Y.Doc))
  Y.applyUpdate(b.doc as Y.Doc, Y.encodeStateAsUpdate(a.doc as Y.Doc))
}

/** Proposes other words for the first place where these stand. */
const propose = (text: Y.Text, words: string, instead: string): Proposed => {
  const from = text.toJSON().indexOf(words)
  const change: SuggestedOp[] = [{ delete: words.length }, { insert: instead, formats: {} }]
  return {
    ...createAnchor(text, from, from + words.length),
    change: change.filter((op) => !('insert' in op) || op.insert),
  }
}

const accept = (text: Y.Text, proposed: Proposed) => acceptSuggestions(text, [{ id: 'a', proposed }])

describe('a suggestion', () => {
  it('is in the text once it is accepted, and says what it wrote', () => {
    const text = open('Ein gutes Ziel\n')
    const { accepted, left } = accept(text, propose(text, 'gutes', 'besseres'))
    expect(text.toJSON()).toBe('Ein besseres Ziel\n')
    expect(left).toEqual([])
    const [wrote] = accepted[0]?.wrote ?? []
    expect(wrote?.[0]).toBe(text.doc?.clientID)
    expect((wrote?.[2] ?? 0) - (wrote?.[1] ?? 0)).toBe('besseres'.length)
  })

  it('is left alone where others have written other words there', () => {
    const text = open('Ein gutes Ziel\n')
    const proposed = propose(text, 'gutes Ziel', 'Ergebnis')
    text.insert(4, 'sehr ')
    text.insert(12, 'r')
    expect(createStandingReader(text)(proposed)).toMatchObject({ name: 'changed', now: 'gutres Ziel' })
    expect(accept(text, proposed).left).toEqual(['a'])
    expect(text.toJSON()).toBe('Ein sehr gutres Ziel\n')
  })

  it('takes the place of other words when somebody who saw both says so, or stands beside them', () => {
    const text = open('Ein gutes Ziel\n')
    const proposed = propose(text, 'gutes Ziel', 'Ergebnis')
    text.insert(7, 'zz')
    const beside = copy(text)
    acceptChanged(text, proposed, 'replace')
    expect(text.toJSON()).toBe('Ein Ergebnis\n')
    acceptChanged(beside, proposed, 'both')
    expect(beside.toJSON()).toBe('Ein gutzzes Ziel Ergebnis\n')
  })

  it('goes where its words stood when they are gone', () => {
    const text = open('Ein gutes Ziel\n')
    const proposed = propose(text, 'gutes', 'besseres')
    text.delete(4, 6)
    expect(createStandingReader(text)(proposed)).toMatchObject({ name: 'gone', from: 4, to: 4 })
    acceptChanged(text, proposed, 'replace')
    expect(text.toJSON()).toBe('Ein besseresZiel\n')
  })

  it('does not go to the same words in another place', () => {
    const text = open('Wir wollen Räume, und sie wollen Zeit\n')
    const from = text.toJSON().lastIndexOf('wollen')
    const proposed: Proposed = {
      ...createAnchor(text, from, from + 6),
      change: [{ delete: 6 }, { insert: 'haben', formats: {} }],
    }
    text.delete(from, 6)
    text.insert(from, 'brauchten')
    expect(accept(text, proposed).left).toEqual(['a'])
    expect(text.toJSON()).toBe('Wir wollen Räume, und sie brauchten Zeit\n')
  })

  it('still applies when much was written around it in the meantime', () => {
    const text = open('Ein gutes Ziel\n')
    const away = copy(text)
    const proposed = propose(away, 'gutes', 'besseres')
    for (let day = 0; day < 7; day += 1) {
      text.insert(0, `Am Tag ${day}.\n`)
      text.insert(text.length - 1, ` und ${day}`)
    }
    meet(text, away)
    expect(accept(away, proposed).left).toEqual([])
    expect(away.toJSON()).toContain('Ein besseres Ziel und 0')
  })

  it('is told to be taken back when its accepting was undone, whatever it did', () => {
    for (const instead of ['besseres', '']) {
      const text = open('Ein gutes Ziel\n')
      const proposed = propose(text, 'gutes', instead)
      const manager = new Y.UndoManager(text, { trackedOrigins: new Set<unknown>([text]) })
      let wrote: Parameters<typeof isTakenBack>[2] = []
      text.doc?.transact(() => (wrote = accept(text, proposed).accepted[0]?.wrote ?? []), text)
      const other = copy(text)
      expect(isTakenBack(text, proposed, wrote)).toBe(false)
      manager.undo()
      meet(text, other)
      expect(isTakenBack(text, proposed, wrote)).toBe(true)
      expect(isTakenBack(other, proposed, wrote)).toBe(true)
    }
  })

  it('that struck words out is not taken for undone because they stand elsewhere', () => {
    const text = open('Ein gutes Ziel und noch ein gutes Ende\n')
    const proposed = propose(text, 'gutes', '')
    const { accepted } = accept(text, proposed)
    expect(isTakenBack(text, proposed, accepted[0]?.wrote ?? [])).toBe(false)
  })

  it('accepted by two people at the same time stands there twice, and one of the two can be taken out', () => {
    const [text, other] = [open('Ein gutes Ziel\n'), open('')]
    meet(text, other)
    const proposed = propose(text, 'gutes', 'besseres')
    const both = [text, other].map((one) => accept(one, proposed).accepted[0]?.wrote ?? [])
    expect(isInTwice(text, both)).toBe(false)
    meet(text, other)
    expect(text.toJSON()).toBe('Ein besseresbesseres Ziel\n')
    expect(isInTwice(text, both)).toBe(true)
    takeOut(text, both[1] ?? [])
    meet(text, other)
    expect(other.toJSON()).toBe('Ein besseres Ziel\n')
    expect(isInTwice(other, both)).toBe(false)
  })

  it('of a peer brings nothing into the text that no editor would write', () => {
    const text = open('Ein gutes Ziel\n')
    const change: SuggestedOp[] = [
      { retain: 3, formats: { bold: true, kind: 'heading', x1: 'y' } },
      { insert: 'a\uD800\r\nb', formats: { link: 'javascript:alert(1)', level: 9, italic: true, kind: 'bullet' } },
    ]
    accept(text, { ...createAnchor(text, 0, 3), change })
    expect(text.toDelta()).toEqual([
      { insert: 'Ein', attributes: { bold: true, kind: 'heading' } },
      { insert: 'a\uFFFD', attributes: { italic: true } },
      { insert: '\n', attributes: { kind: 'bullet' } },
      { insert: 'b', attributes: { italic: true } },
      { insert: ' gutes Ziel\n' },
    ])
    const far: Proposed = { ...createAnchor(text, 0, 3), change: [{ retain: 100 }, { delete: 100 }] }
    expect(accept(text, far).left).toEqual(['a'])
  })

  it('reads as before and after', () => {
    const text = open('Ein gutes Ziel\n')
    expect(wordsAfter(propose(text, 'gutes', 'besseres'))).toBe('besseres')
    expect(wordsAfter({ quote: 'ein Ziel', change: [{ retain: 4 }, { insert: 'gutes ', formats: {} }] })).toBe(
      'ein gutes Ziel',
    )
  })
})

describe('many suggestions accepted at once', () => {
  it('are one edit, whichever of them touch', () => {
    const text = open(`${Array.from({ length: 100 }, (_, at) => `Wort${at}`).join(' ')}\n`)
    const open100 = Array.from({ length: 100 }, (_, at) => ({
      id: `${at}`,
      proposed: propose(text, `Wort${at} `.trim(), `Satz${at}`),
    }))
    const manager = new Y.UndoManager(text, { captureTimeout: 0, trackedOrigins: new Set<unknown>([text]) })
    text.doc?.transact(() => expect(acceptSuggestions(text, open100).left).toEqual([]), text)
    expect(text.toJSON()).not.toContain('Wort')
    manager.undo()
    expect(text.toJSON()).not.toContain('Satz')
  })

  it('leave those to decide whose words another of them has changed', () => {
    const text = open('Ein gutes Ziel\n')
    const [one, two] = [propose(text, 'gutes Ziel', 'Ergebnis'), propose(text, 'Ein gutes', 'Kein')]
    const { accepted, left } = acceptSuggestions(text, [
      { id: 'one', proposed: one },
      { id: 'two', proposed: two },
    ])
    expect(accepted.map(({ id }) => id)).toEqual(['one'])
    expect(left).toEqual(['two'])
    expect(text.toJSON()).toBe('Ein Ergebnis\n')
  })
})
