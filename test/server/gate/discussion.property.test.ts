import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Claim } from '../../../server/store/draft-store.ts'
import { compactContent } from '../../../server/sync/compact-content.ts'
import { discussionShape, type Speaker } from '../../../server/sync/gate/discussion-shape.ts'
import { createGate, type Gate } from '../../../server/sync/gate/gate.ts'
import { addEntries } from '../../../src/document/discussion.ts'
import type { Entry, EntryId } from '../../../src/domain/discussion-entry.ts'
import { cutUpdate } from '../../../src/document/update-parts.ts'
import { mayAdd } from '../../../src/domain/discussion-entry.ts'
import { expectNothingPending } from './gated-draft.ts'
import { authorOf, eachKind, newId, people } from './talk.ts'

const kinds = ['comment', 'suggestion', 'reply', 'edited', 'withdrawn', 'resolved', 'accepted', 'declined'] as const
const acts = [...kinds, 'goes offline', 'comes back', 'comes back', 'reloads the page', 'server compacts'] as const

const session = fc.array(fc.record({ who: fc.nat(2), what: fc.constantFrom(...acts), choice: fc.nat(20) }), {
  minLength: 5,
  maxLength: 40,
})

const members = [people.owner, people.editor, people.commenter]

const play = (steps: readonly { who: number; what: (typeof acts)[number]; choice: number }[]): void => {
  const server = new Y.Doc()
  const claims = new Map<number, Claim>()
  let log: Uint8Array[] = []
  const open = (): Gate<Speaker> => {
    const made = createGate({
      shape: discussionShape(() => false),
      claims,
      isRecovering: () => false,
      isFull: () => false,
    })
    for (const bytes of log) made.learn(bytes)
    return made
  }
  let gate = open()
  let pages = 0
  const openPage = (known: Y.Doc | null) => {
    const doc = new Y.Doc()
    doc.clientID = pages += 1
    if (known) Y.applyUpdate(doc, Y.encodeStateAsUpdate(known))
    return doc
  }
  const persons = members.map((member) => ({ member, doc: openPage(null), online: true, own: [] as EntryId[] }))
  type Someone = (typeof persons)[number]

  const say = ({ member }: Someone, update: Uint8Array): void => {
    const [memberId, sessionId] = [member.id, `session of ${member.id}`]
    const verdict = gate.judge(update, { memberId, sessionId, mayWrite: true, isLive: false, member })
    expect(verdict).not.toHaveProperty('why')
    if (verdict.name !== 'accepted') return
    log.push(verdict.bytes)
    for (const client of verdict.claims) claims.set(client, { memberId, sessionId })
    Y.applyUpdate(server, verdict.bytes)
    expectNothingPending(server)
    for (const other of persons) if (other.online) Y.applyUpdate(other.doc, verdict.bytes)
  }
  const send = (person: Someone): void => {
    if (!person.online) return
    for (const part of cutUpdate(Y.encodeStateAsUpdate(person.doc, gate.stateVector()), 300)) say(person, part)
    Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(server))
  }

  for (const { who, what, choice } of steps) {
    const person = persons[who]
    if (!person) continue
    if (what === 'goes offline') person.online = false
    else if (what === 'comes back') person.online = true
    else if (what === 'reloads the page') person.doc = openPage(person.doc)
    else if (what === 'server compacts') {
      log = [compactContent(null, log)]
      gate = open()
    } else if (mayAdd(person.member.role, what)) {
      const about = person.own[choice % Math.max(1, person.own.length)] ?? newId()
      if (person.own.length === 0 && (what === 'edited' || what === 'withdrawn')) continue
      const entry: Entry = eachKind(authorOf(person.member), about)[what]
      const id = newId()
      addEntries(person.doc, new Map([[id, entry]]))
      if (what === 'comment' || what === 'suggestion') person.own.push(id)
    }
    send(person)
  }
  for (const person of [...persons, ...persons]) {
    person.online = true
    send(person)
  }
  const all = server.getMap('entries').toJSON()
  for (const { doc } of persons) expect(doc.getMap('entries').toJSON()).toEqual(all)
}

describe('the gate of a discussion', () => {
  it('lets in everything that three people say, in parts, offline, from one page and the next; all read the same', () => {
    const numRuns = Math.ceil(Number(process.env['PROPERTY_RUNS'] ?? 3000) / 30)
    expect(() => fc.assert(fc.property(session, play), { numRuns })).not.toThrow()
  })
})
