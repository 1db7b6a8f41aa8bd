import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { contentOf, editOf, openGatedDraft } from './gated-draft.ts'

const typed = (words: string) => (doc: Y.Doc) => doc.getText('text/ziele').insert(0, words)

describe('the gate', () => {
  it('passes over what is known, whoever repeats it', () => {
    const draft = openGatedDraft()
    const update = editOf(null, 7, typed('Hallo'))
    expect(draft.judge(update, 'amina').name).toBe('accepted')
    expect(draft.judge(update, 'bruno').name).toBe('known')
    expect(draft.judge(update, 'carla', false).name).toBe('known')
    expect(draft.authors).toEqual(new Map([[7, 'amina']]))
  })

  it('takes only what is new from an update that repeats known content with other words', () => {
    const draft = openGatedDraft()
    draft.judge(editOf(null, 7, typed('Hallo')))
    expect(draft.judge(editOf(null, 7, typed('LÜGE! Welt'))).name).toBe('accepted')
    expect(draft.doc.getText('text/ziele').toJSON()).toBe('Hallo Welt')
    const other = openGatedDraft()
    other.judge(editOf(null, 7, typed('Hallo')))
    expect(other.refusal(editOf(null, 7, (doc) => doc.getText('text/nebensache').insert(0, 'LÜGE! Welt')))).toBe(
      'unfit',
    )
  })

  it('keeps the place of what continues known content, whatever the update says about it', () => {
    const draft = openGatedDraft()
    draft.judge(editOf(null, 7, typed('Hallo')))
    draft.judge(editOf(null, 7, (doc) => doc.getText('text/lage').insert(0, 'xxxxx Welt')))
    expect(contentOf(draft.doc)).toMatchObject({ texts: [[{ insert: 'Hallo Welt' }], [], []] })
    const field = editOf(draft.doc, 8, (doc) => doc.getText('text/ziele').insert(10, '!'))
    expect(draft.refusal(field)).toBeNull()
  })

  it('refuses a reader every word and every deletion of text', () => {
    const draft = openGatedDraft()
    draft.judge(editOf(null, 7, typed('Hallo')))
    expect(draft.refusal(editOf(draft.doc, 8, typed('x')), 'carla', false)).toBe('not-allowed')
    const deletion = editOf(draft.doc, 8, (doc) => doc.getText('text/ziele').delete(0, 2))
    expect(draft.refusal(deletion, 'carla', false)).toBe('not-allowed')
  })

  it('lets a reader repeat which of two values lost, as Yjs tells everyone by itself', () => {
    const draft = openGatedDraft()
    const before = draft.doc
    const ofAmina = editOf(before, 7, (doc) => doc.getMap('fields').set('place.name', 'Schwerte'))
    const ofBruno = editOf(before, 8, (doc) => doc.getMap('fields').set('place.name', 'Unna'))
    draft.judge(ofAmina, 'amina')
    draft.judge(ofBruno, 'bruno')
    expect(draft.judge(Y.encodeStateAsUpdate(draft.doc), 'carla', false).name).toBe('known')
  })

  it('lets nobody build on both of two places', () => {
    const draft = openGatedDraft()
    draft.judge(
      editOf(null, 7, (doc) => (doc.getText('text/ziele').insert(0, 'a'), doc.getText('text/lage').insert(0, 'b'))),
    )
    // One struct between the letter of one section and the letter of the other.
    const between = Uint8Array.of(1, 1, 8, 0, 128 + 64 + 4, 7, 0, 7, 1, 1, 120, 0)
    expect(draft.refusal(between)).toBe('unfit')
  })

  it('knows nothing and claims nothing of what it refused', () => {
    const draft = openGatedDraft()
    const half = editOf(null, 7, (doc) => (typed('gut')(doc), doc.getText('anderswo').insert(0, 'schlecht')))
    expect(draft.refusal(half, 'bruno')).toBe('unfit')
    expect(draft.stateVector()).toEqual(Uint8Array.of(0))
    expect(draft.refusal(editOf(null, 7, typed('gut')), 'amina')).toBeNull()
    expect(draft.authors).toEqual(new Map([[7, 'amina']]))
  })

  it('lets in what devices wrote under the ids of earlier pages', () => {
    const draft = openGatedDraft()
    const doc = new Y.Doc()
    for (const page of [30, 10, 20]) Y.applyUpdate(doc, editOf(doc, page, typed(`Seite ${page}. `)))
    expect(draft.refusal(Y.encodeStateAsUpdate(doc), 'amina')).toBeNull()
    expect([...draft.authors.keys()].sort((a, b) => a - b)).toEqual([10, 20, 30])
  })

  it('knows any well-formed section when the server no longer has the call, and nothing else', () => {
    const draft = openGatedDraft(null)
    expect(draft.refusal(editOf(null, 7, (doc) => doc.getText('text/frueher').insert(0, 'x')))).toBeNull()
    expect(draft.refusal(editOf(null, 8, (doc) => doc.getText('text/../x').insert(0, 'x')))).toBe('unfit')
  })

  it('M14: after a restore, lets devices bring back what others wrote, and remembers only live authors', () => {
    const draft = openGatedDraft()
    draft.judge(editOf(null, 7, typed('Vor dem Backup. ')), 'bruno')
    const lost = new Y.Doc()
    Y.applyUpdate(lost, Y.encodeStateAsUpdate(draft.doc))
    for (const client of [7, 8]) Y.applyUpdate(lost, editOf(lost, client, typed(`Danach, ${client}. `)))
    const brought = Y.encodeStateAsUpdate(lost, draft.stateVector())
    expect(draft.refusal(brought, 'amina')).toBe('taken-id')
    draft.rules.recovering = true
    draft.rules.live = false
    expect(draft.refusal(brought, 'amina')).toBeNull()
    expect(draft.authors).toEqual(new Map([[7, 'bruno']]))
    draft.rules.live = true
    expect(draft.refusal(editOf(lost, 8, typed('Weiter. ')), 'bruno')).toBeNull()
    expect(draft.authors.get(8)).toBe('bruno')
  })

  it('lets whoever joins anew with the same browser go on under the ids of before, and nobody else', () => {
    const draft = openGatedDraft()
    draft.rules.session = 'laptop'
    draft.judge(editOf(null, 7, typed('Vorher. ')), 'bruno')
    const unsent = editOf(draft.doc, 7, typed('Ohne Netz geschrieben. '))
    draft.reopen()
    draft.rules.session = 'elsewhere'
    expect(draft.refusal(unsent, 'bruno, once more')).toBe('taken-id')
    draft.rules.session = 'laptop'
    expect(draft.refusal(unsent, 'bruno, once more')).toBeNull()
    expect(draft.doc.getText('text/ziele').toJSON()).toBe('Ohne Netz geschrieben. Vorher. ')
    expect(draft.authors).toEqual(new Map([[7, 'bruno']]))
  })

  it('lets into a full draft only what deletes more than it adds, whatever it claims to delete', () => {
    const draft = openGatedDraft()
    draft.judge(editOf(null, 7, typed('a'.repeat(100))))
    const text = (doc: Y.Doc) => doc.getText('text/ziele')
    const longWord = editOf(draft.doc, 5, (doc) => text(doc).insert(0, 'lang'))
    const inTheirPlace = editOf(draft.doc, 8, (doc) => (text(doc).delete(0, 90), text(doc).insert(0, 'kurz')))
    draft.rules.full = true
    expect(draft.refusal(longWord)).toBe('draft-full')
    // The same few deletions twenty times.
    const claimed = longWord.slice(0, -1)
    const repeated = Array.from({ length: 20 }, () => [0, 10]).flat()
    expect(draft.refusal(Uint8Array.of(...claimed, 1, 7, 20, ...repeated))).toBe('draft-full')
    expect(draft.refusal(inTheirPlace)).toBeNull()
    expect(draft.refusal(editOf(draft.doc, 9, (doc) => text(doc).delete(5, 2)))).toBeNull()
    expect(draft.refusal(longWord)).toBe('draft-full')
    draft.rules.full = false
    expect(draft.refusal(longWord)).toBeNull()
  })
})
