import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { WhyRefused } from '../../../server/sync/gate/gate.ts'
import { maxWords, type Entry } from '../../../src/domain/discussion-entry.ts'
import { may } from '../../../src/domain/role.ts'
import { about, authorOf, comment, eachKind, edited, member, newId, people, saying } from './talk.ts'
import { amina, bruno, carla } from '../person.ts'
import { openDiscussion } from './gated-discussion.ts'

const { owner, editor, commenter } = people
const [asOwner, asEditor, asCommenter] = [authorOf(owner), authorOf(editor), authorOf(commenter)]

describe('the gate of a discussion', () => {
  it('takes every kind of entry by those who may say it, on its own and all at once', () => {
    for (const by of [owner, editor, commenter, member(carla, 'viewer')]) {
      const talk = openDiscussion()
      const own = newId()
      const mayTalk = by.role !== 'viewer'
      expect(talk.sayUnder(own, by, comment(authorOf(by)))).toBe(mayTalk ? null : 'not-allowed')
      for (const [type, entry] of Object.entries(eachKind(authorOf(by), own))) {
        const isSettling = type === 'accepted' || type === 'declined'
        const isAllowed = isSettling ? may(by.role, 'write-content') : mayTalk
        expect([by.role, type, talk.say(by, entry)]).toEqual([by.role, type, isAllowed ? null : 'not-allowed'])
      }
    }
    const talk = openDiscussion()
    const [own, ...ids] = Array.from({ length: 10 }, newId)
    const all = Object.values(eachKind(asEditor, own ?? ''))
    const entries = Object.fromEntries([[own, comment(asEditor)], ...ids.map((id, index) => [id, all[index]])])
    expect(talk.why(saying(entries), editor)).toBeNull()
    expect(talk.doc.getMap('entries').size).toBe(10)
  })

  it('keeps what only a newer app knows, and an author who was offline before there was a server', () => {
    const talk = openDiscussion()
    const poll = { type: 'poll', by: asCommenter, at: 1, options: [{ words: 'Montag' }, { words: 'Dienstag' }] }
    expect(talk.say(commenter, poll)).toBeNull()
    expect(talk.say(commenter, { ...poll, by: asOwner })).toBe('forged')
    expect(talk.say(member(carla, 'viewer'), poll)).toBe('not-allowed')
    expect(talk.say(owner, comment({ ...asOwner, member: '' }))).toBeNull()
    expect(talk.say(commenter, comment({ ...asCommenter, member: '' }))).toBe('forged')
  })

  it('takes nothing in the name of somebody else', () => {
    const talk = openDiscussion()
    const forged: Partial<typeof asOwner>[] = [
      { member: owner.id },
      { member: owner.id, ...amina },
      { name: amina.name },
      { organisation: amina.organisation },
      { sector: amina.sector },
    ]
    for (const lie of forged) expect(talk.say(commenter, comment({ ...asCommenter, ...lie }))).toBe('forged')
    expect(talk.doc.getMap('entries').size).toBe(0)
  })

  it('lets people change and take back only what they said themselves', () => {
    const talk = openDiscussion()
    const theirs = newId()
    talk.sayUnder(theirs, editor, comment(asEditor))
    for (const reread of [false, true]) {
      if (reread) talk.reopen()
      expect(talk.say(commenter, edited(asCommenter, theirs))).toBe('forged')
      expect(talk.say(owner, about(asOwner, 'withdrawn', theirs))).toBe('forged')
      expect(talk.say(editor, edited(asEditor, theirs))).toBeNull()
      expect(talk.say(owner, about(asOwner, 'resolved', theirs))).toBeNull()
    }
    // What it changes may still be on its way.
    expect(talk.say(editor, edited(asEditor, newId()))).toBeNull()
  })

  it('never lets an entry be changed, said anew or deleted, by anybody, its author neither', () => {
    const talk = openDiscussion()
    const id = newId()
    expect(talk.sayUnder(id, editor, comment(asEditor))).toBeNull()
    const edit = (change: (doc: Y.Doc) => void): Uint8Array => {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(talk.doc))
      const before = Y.encodeStateVector(copy)
      change(copy)
      return Y.encodeStateAsUpdate(copy, before)
    }
    const before = talk.doc.getMap('entries').get(id)
    for (const reread of [false, true]) {
      if (reread) talk.reopen()
      const other = JSON.stringify(comment(asEditor, 'Etwas anderes.'))
      expect(
        talk.why(
          edit((doc) => doc.getMap('entries').set(id, other)),
          editor,
        ),
      ).toMatch(/unfit|written-again/)
      expect(talk.sayUnder(id, editor, comment(asEditor, 'Etwas anderes.'))).toBe('written-again')
      expect(talk.sayUnder(id, commenter, comment(asCommenter, 'Etwas anderes.'))).toBe('written-again')
      expect(
        talk.why(
          edit((doc) => doc.getMap('entries').delete(id)),
          editor,
        ),
      ).toBe('written-again')
    }
    expect(talk.doc.getMap('entries').get(id)).toBe(before)
  })

  it('says that an entry is there already to a page that has heard so, and has settled by itself which one stands', () => {
    // Brought by a rescue file, the same entry has come from another device: Yjs deletes the one or the other.
    for (const clientId of [1, 4_000_000_000]) {
      const talk = openDiscussion()
      const id = newId()
      const page = new Y.Doc()
      page.clientID = clientId
      page.getMap('entries').set(id, JSON.stringify(comment(asEditor)))
      page.getMap('entries').set(newId(), JSON.stringify(comment(asEditor, 'Und noch etwas.')))
      expect(talk.sayUnder(id, editor, comment(asEditor))).toBeNull()
      for (const rules of [
        { recovering: false, live: true },
        { recovering: false, live: false },
        { recovering: true, live: false },
      ]) {
        Object.assign(talk.rules, rules)
        const vector = Y.encodeStateVector(talk.doc)
        expect(talk.why(Y.encodeStateAsUpdate(page, vector), editor)).toBe('written-again')
        Y.applyUpdate(page, Y.encodeStateAsUpdate(talk.doc))
        const resolved = Y.encodeStateAsUpdate(page, vector)
        expect(Y.decodeUpdate(resolved).ds.clients.size).toBeGreaterThan(0)
        expect(talk.why(resolved, editor)).toBe('written-again')
      }
      expect(talk.doc.getMap('entries').size).toBe(1)
    }
  })

  it('takes no other shape, and nothing too long', () => {
    const talk = openDiscussion()
    const map = (key: string, value: unknown) =>
      talk.why(
        writtenValue((doc) => doc.getMap('entries').set(key, value)),
        editor,
      )
    const good = JSON.stringify(comment(asEditor))
    const shapes: [unknown, WhyRefused][] = [
      [map('kurz', good), 'unfit'],
      [map('__proto__', good), 'unfit'],
      [map(newId(), 7), 'unfit'],
      [map(newId(), { ...comment(asEditor) }), 'unfit'],
      [map(newId(), new Y.Map()), 'unfit'],
      [map(newId(), 'kein JSON'), 'unfit'],
      [map(newId(), '[]'), 'unfit'],
      [map(newId(), JSON.stringify({ ...comment(asEditor), words: '' })), 'unfit'],
      [map(newId(), JSON.stringify({ ...comment(asEditor), subject: { on: 'moon' } })), 'unfit'],
      [map(newId(), JSON.stringify(comment(asEditor, 'x'.repeat(maxWords + 1)))), 'unfit'],
      [map(newId(), JSON.stringify({ type: 'poll', by: asEditor, at: 1, more: 'x'.repeat(65_536) })), 'too-large'],
      [
        talk.why(
          writtenValue((doc) => doc.getMap('fields').set('place.name', 'Unna')),
          editor,
        ),
        'unfit',
      ],
      [
        talk.why(
          writtenValue((doc) => doc.getText('entries').insert(0, 'x')),
          editor,
        ),
        'unfit',
      ],
      [
        talk.why(
          writtenValue((doc) => doc.getArray('entries').push([good])),
          editor,
        ),
        'unfit',
      ],
    ]
    for (const [index, [got, wanted]] of shapes.entries()) expect([index, got]).toEqual([index, wanted])
    const markup = '<img src=x onerror=alert(1)> [Hier](javascript:alert(1))'
    expect(talk.say(editor, comment(asEditor, markup))).toBeNull()
    expect(talk.doc.getMap('entries').size).toBe(1)
  })

  it('keeps none of an update of which one entry is refused', () => {
    const talk = openDiscussion()
    const bad: [Entry, WhyRefused][] = [
      [comment(asOwner), 'forged'],
      [eachKind(asCommenter, newId()).accepted, 'not-allowed'],
    ]
    for (const [entry, reason] of bad) expect(talk.say(commenter, comment(asCommenter), entry)).toBe(reason)
    expect(talk.doc.getMap('entries').size).toBe(0)
  })

  it('takes from everyone what everyone said while a restored backup recovers, but live only one’s own', () => {
    const talk = openDiscussion()
    talk.rules.recovering = true
    expect(talk.say(commenter, comment(asOwner))).toBe('forged')
    talk.rules.live = false
    const lost = newId()
    expect(talk.sayUnder(lost, commenter, comment(asOwner))).toBeNull()
    expect(talk.say(commenter, eachKind(asOwner, lost).accepted)).toBeNull()
    expect(talk.sayUnder(lost, commenter, comment(asOwner, 'Etwas anderes.'))).toBe('written-again')
    talk.rules.recovering = false
    talk.reopen()
    expect(talk.say(member(amina, 'owner'), edited(asOwner, lost))).toBeNull()
    expect(talk.say(member(bruno, 'editor'), edited(asEditor, lost))).toBe('forged')
  })
})

const writtenValue = (edit: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  edit(doc)
  return Y.encodeStateAsUpdate(doc)
}
