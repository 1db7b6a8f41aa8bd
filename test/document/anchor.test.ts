import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createAnchor, resolveAnchor, wordsOf } from '../../src/document/anchor.ts'

const written = (words: string, name = 'text/ziele'): Y.Text => {
  const text = new Y.Doc().getText(name)
  text.insert(0, words)
  return text
}

const base64 = (position: Y.RelativePosition): string =>
  btoa(String.fromCharCode(...Y.encodeRelativePosition(position)))

describe('an anchor', () => {
  it('leaves outside what is typed at its edges and takes in what is typed between', () => {
    const text = written('Wir öffnen das Haus.\n')
    const anchor = createAnchor(text, 4, 10)
    text.insert(4, '(')
    text.insert(11, ')')
    text.insert(7, '-')
    expect(wordsOf(text)).toBe('Wir (öf-fnen) das Haus.\n')
    expect(resolveAnchor(text, anchor)).toEqual({ from: 5, to: 12, isGone: false })
  })

  it('stays next to where its words stood, and is gone', () => {
    const text = written('Wir öffnen das Haus.\n')
    const anchor = createAnchor(text, 4, 11)
    text.delete(4, 7)
    expect(resolveAnchor(text, anchor)).toEqual({ from: 4, to: 4, isGone: true })
    text.insert(0, 'Alle: ')
    expect(resolveAnchor(text, anchor)).toEqual({ from: 10, to: 10, isGone: true })
  })

  it('follows words that were cut and put elsewhere, where they stand only there', () => {
    const text = written('Eins zwei drei.\n')
    const anchor = createAnchor(text, 5, 9)
    text.delete(5, 5)
    text.insert(0, 'zwei ')
    expect(resolveAnchor(text, anchor)).toEqual({ from: 0, to: 4, isGone: false })
    text.insert(0, 'zwei ')
    expect(resolveAnchor(text, anchor)?.isGone).toBe(true)
  })

  it('of no words holds on to a place, at the start of a line and of a text too', () => {
    const text = written('Eins\nZwei\n')
    const places = [0, 4, 5].map((at) => createAnchor(text, at, at))
    expect(places.map((anchor) => resolveAnchor(text, anchor)?.from)).toEqual([0, 4, 5])
    text.insert(4, '\nEineinhalb')
    expect(places.map((anchor) => resolveAnchor(text, anchor)?.from)).toEqual([0, 4, 16])
    const empty = createAnchor(new Y.Doc().getText('text/leer'), 0, 0)
    expect(resolveAnchor(written('Voll\n', 'text/leer'), empty)).toMatchObject({ isGone: false })
  })

  it('counts what this app cannot show as one character', () => {
    const text = written('Eins zwei\n')
    text.insertEmbed(2, { bild: 1 })
    const anchor = createAnchor(text, 6, 10)
    expect(anchor.quote).toBe('zwei')
    expect(resolveAnchor(text, anchor)).toEqual({ from: 6, to: 10, isGone: false })
  })

  it('leads nowhere where its characters have not arrived, and finds its words where they stand once', () => {
    const far = written('Eins zwei\n')
    const anchor = createAnchor(far, 5, 9)
    expect(resolveAnchor(written('Noch nichts davon\n'), anchor)).toBe(null)
    expect(resolveAnchor(written('Nur zwei davon\n'), anchor)).toEqual({ from: 4, to: 8, isGone: false })
    expect(resolveAnchor(written('zwei und zwei\n'), anchor)).toBe(null)
  })

  it('never throws and creates nothing, whatever a peer wrote', () => {
    const text = written('Eins zwei\n')
    const elsewhere = text.doc?.getText('text/anderswo')
    elsewhere?.insert(0, 'Eins\n')
    const foreign = createAnchor(elsewhere ?? text, 0, 4)
    const roots = [...(text.doc?.share.keys() ?? [])]
    const root = base64(new Y.RelativePosition(null, 'text/fremd', null, 0))
    const type = base64(new Y.RelativePosition(Y.createID(1, 0), null, null, 0))
    const future = base64(new Y.RelativePosition(null, null, Y.createID(text.doc?.clientID ?? 0, 9999), 0))
    for (const position of ['', 'nonsense', '%', '////////', btoa('\u0000'), root, type, future, foreign.from]) {
      expect(resolveAnchor(text, { from: position, to: position, quote: 'fehlt' })).toBe(null)
    }
    expect([...(text.doc?.share.keys() ?? [])]).toEqual(roots)
    const backwards = { from: createAnchor(text, 8, 9).from, to: createAnchor(text, 0, 1).to, quote: 'fehlt' }
    expect(resolveAnchor(text, backwards)).toEqual({ from: 8, to: 8, isGone: true })
  })
})
