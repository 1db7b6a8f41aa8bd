import { describe, expect, it } from 'vitest'
import type { WhyRefused } from '../../../server/sync/gate/gate.ts'
import { mayAdd, type Entry, type EntryAuthor } from '../../../src/domain/discussion-entry.ts'
import {
  actReserveBytes,
  actReserveBytesPerMember,
  entryBytes,
  isAct,
  maxActLength,
  maxBytesPerMember,
  maxDiscussionBytes,
} from '../../../src/domain/discussion-limits.ts'
import type { Member } from '../../../src/domain/person.ts'
import { carla } from '../person.ts'
import { openDiscussion } from './gated-discussion.ts'
import { authorOf, comment, eachKind, member, newId, people } from './talk.ts'

type Talk = ReturnType<typeof openDiscussion>

const longest = 5_000

/** Comments by this author that add exactly so many bytes. */
const talkOf = (by: EntryAuthor, bytes: number): Entry[] => {
  const ofWords = (length: number) => comment(by, 'x'.repeat(length))
  const least = entryBytes(JSON.stringify(ofWords(0)))
  const count = Math.ceil(bytes / (least + longest))
  return Array.from({ length: count }, (_, index) => {
    const size = Math.floor((bytes * (index + 1)) / count) - Math.floor((bytes * index) / count)
    return ofWords(size - least)
  })
}

/** Half a hundred others, nobody of whom has said much. */
const others = Array.from({ length: 50 }, (_, index) => authorOf({ ...carla, id: `other ${index}` }))

const fill = (talk: Talk, bytes: number): void => {
  for (const by of others) talk.store(...talkOf(by, bytes / others.length))
}

const roles = [people.owner, people.editor, people.commenter, member(carla, 'viewer')]

type Verdicts = readonly (readonly [role: string, type: string, why: WhyRefused | null])[]

/** What the gate says to each role about each kind of entry, and what it should where `whyNoRoom` says what has no room. */
const judged = (open: (speaker: Member) => Talk, whyNoRoom: (role: string, entry: Entry) => WhyRefused | null) => {
  const cases = roles.flatMap((speaker) => {
    const talk = open(speaker)
    const entries = Object.values(eachKind(authorOf(speaker), newId()))
    return entries.map((entry) => ({ speaker, entry, said: talk.say(speaker, entry) }))
  })
  const told: Verdicts = cases.map(({ speaker: { role }, entry, said }) => [role, entry.type, said])
  const wanted: Verdicts = cases.map(({ speaker: { role }, entry }) => [
    role,
    entry.type,
    mayAdd(role, entry.type) ? whyNoRoom(role, entry) : 'not-allowed',
  ])
  return { told, wanted }
}

const isActOf = (entry: Entry): boolean => isAct(entry.type, JSON.stringify(entry))

describe('a discussion that is full', () => {
  it('takes anything while there is room', () => {
    const open = () => {
      const talk = openDiscussion()
      fill(talk, maxDiscussionBytes - 20_000)
      return talk
    }
    const { told, wanted } = judged(open, () => null)
    expect(told).toEqual(wanted)
  })

  it('takes acts of everybody, and no more talk', () => {
    const open = () => {
      const talk = openDiscussion()
      fill(talk, maxDiscussionBytes - 10)
      return talk
    }
    const { told, wanted } = judged(open, (_role, entry) => (isActOf(entry) ? null : 'talk-full'))
    expect(told).toEqual(wanted)
  })

  it('keeps half of what is left for those who may decide', () => {
    const open = () => {
      const talk = openDiscussion()
      fill(talk, maxDiscussionBytes + actReserveBytes / 2 - 10)
      return talk
    }
    const { told, wanted } = judged(open, (role, entry) =>
      isActOf(entry) && role !== 'commenter' ? null : 'talk-full',
    )
    expect(told).toEqual(wanted)
  })

  it('takes nothing more at its very end', () => {
    const open = () => {
      const talk = openDiscussion()
      fill(talk, maxDiscussionBytes + actReserveBytes - 10)
      return talk
    }
    const { told, wanted } = judged(open, () => 'talk-full')
    expect(told).toEqual(wanted)
  })

  it('takes acts of who has said as much as anybody may, and of the others everything', () => {
    const open = (speaker: Member) => {
      const talk = openDiscussion()
      talk.store(...talkOf(authorOf(speaker), maxBytesPerMember - 10))
      return talk
    }
    const { told, wanted } = judged(open, (_role, entry) => (isActOf(entry) ? null : 'too-many'))
    expect(told).toEqual(wanted)
    const talk = open(people.commenter)
    expect(talk.say(people.editor, comment(authorOf(people.editor)))).toBeNull()
  })

  it('takes so much of one member and no more, acts neither', () => {
    const open = (speaker: Member) => {
      const talk = openDiscussion()
      talk.store(...talkOf(authorOf(speaker), maxBytesPerMember + actReserveBytesPerMember - 10))
      return talk
    }
    const { told, wanted } = judged(open, () => 'too-many')
    expect(told).toEqual(wanted)
  })

  it('ends for who floods it with thousands of small entries, and goes on for the next', () => {
    const { commenter, editor } = people
    const talk = openDiscussion()
    const said = Array.from({ length: 4_000 }, (_, index) =>
      talk.say(commenter, comment(authorOf(commenter), `${index}`)),
    )
    expect(new Set(said)).toEqual(new Set([null, 'too-many']))
    expect(said.indexOf('too-many')).toBeGreaterThan(1_500)
    talk.reopen()
    expect(talk.say(commenter, comment(authorOf(commenter)))).toBe('too-many')
    expect(talk.say(commenter, eachKind(authorOf(commenter), newId()).resolved)).toBeNull()
    expect(talk.say(editor, comment(authorOf(editor)))).toBeNull()
  })

  it('takes no talk that looks like an act', () => {
    const talk = openDiscussion()
    const { editor } = people
    talk.store(...talkOf(authorOf(editor), maxBytesPerMember - 10))
    const declined = { ...eachKind(authorOf(editor), newId()).declined, words: 'x'.repeat(longest) }
    expect(JSON.stringify(declined).length).toBeLessThan(maxActLength)
    expect(talk.say(editor, declined)).toBeNull()
    expect(talk.say(editor, { ...declined, more: 'x'.repeat(maxActLength) })).toBe('too-many')
    expect(talk.say(editor, { type: 'poll', by: authorOf(editor), at: 1 })).toBe('too-many')
  })

  it('counts what is stored when it is read again, and what one change adds to itself', () => {
    const { commenter } = people
    const by = authorOf(commenter)
    const talk = openDiscussion()
    talk.store(...talkOf(by, maxBytesPerMember - 10_000))
    talk.reopen()
    expect(talk.say(commenter, ...talkOf(by, 10_001))).toBe('too-many')
    expect(talk.say(commenter, ...talkOf(by, 10_000))).toBeNull()
    expect(talk.say(commenter, ...talkOf(by, 1_000))).toBe('too-many')
    talk.reopen()
    expect(talk.say(commenter, ...talkOf(by, 1_000))).toBe('too-many')
    expect(talk.say(commenter, eachKind(by, newId()).resolved)).toBeNull()
  })

  it('measures as UTF-8, and never less than Yjs adds', () => {
    for (const words of ['gut', 'größer', '„nein“', '漢字かな', '👩‍👩‍👧', '\ud800']) {
      const json = JSON.stringify(comment(others[0] ?? authorOf(people.editor), words))
      expect([words, entryBytes(json) - new TextEncoder().encode(json).length]).toEqual([words, entryBytes('')])
    }
    const talk = openDiscussion()
    fill(talk, 500_000)
    talk.reopen()
    expect(talk.stored()).toBeLessThanOrEqual(500_000)
    expect(talk.stored()).toBeGreaterThan(480_000)
  })
})
