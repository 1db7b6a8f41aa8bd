import { createEntryId, type Entry, type EntryAuthor, type EntryId } from '../../../src/domain/discussion-entry.ts'
import type { Member, Person } from '../../../src/domain/person.ts'
import type { Role } from '../../../src/domain/role.ts'
import { amina, bruno, carla } from '../person.ts'
import { written } from './scene.ts'

/** A member of this role, with the name of somebody everybody knows. */
export const member = (person: Person, role: Role): Member => ({ ...person, id: idOf(person), role, joinedAt: 0 })

const idOf = ({ name }: Person): string => `id of ${name}`

export const people = {
  owner: member(amina, 'owner'),
  editor: member(bruno, 'editor'),
  commenter: member(carla, 'commenter'),
}

export const authorOf = ({ name, organisation, sector, id }: Person & { id: string }): EntryAuthor => ({
  name,
  organisation,
  sector,
  member: id,
})

export const newId = (): EntryId => createEntryId(crypto.getRandomValues(new Uint8Array(20)))

const said = (by: EntryAuthor) => ({ by, at: 1_700_000_000_000 })

export const comment = (by: EntryAuthor, words = 'Das verstehe ich nicht.'): Entry => ({
  type: 'comment',
  ...said(by),
  subject: { on: 'section', section: 'ziele' },
  words,
  mentions: [],
})

export const about = (by: EntryAuthor, type: 'withdrawn' | 'resolved' | 'reopened', of: EntryId): Entry => ({
  type,
  ...said(by),
  of,
})

export const edited = (by: EntryAuthor, of: EntryId): Entry => ({
  type: 'edited',
  ...said(by),
  of,
  words: 'Besser gesagt.',
  mentions: [],
})

/** One entry of each kind by this person, all of them about what the ids name. */
export const eachKind = (by: EntryAuthor, own: EntryId): Record<Entry['type'], Entry> => ({
  comment: comment(by),
  suggestion: {
    type: 'suggestion',
    ...said(by),
    section: 'ziele',
    from: 'AAA=',
    to: 'AAA=',
    quote: 'mehr',
    change: [{ delete: 4 }, { insert: 'viel mehr', formats: {} }],
    words: '',
    mentions: [],
  },
  reply: { type: 'reply', ...said(by), of: own, words: 'Ja.', mentions: [] },
  edited: edited(by, own),
  withdrawn: about(by, 'withdrawn', own),
  resolved: about(by, 'resolved', own),
  reopened: about(by, 'reopened', own),
  accepted: { type: 'accepted', ...said(by), of: own, wrote: [] },
  declined: { type: 'declined', ...said(by), of: own, words: '' },
})

/** The update of a page that has said nothing else, under this client id. */
export const saying = (entries: Readonly<Record<EntryId, unknown>>, clientId = 4711): Uint8Array =>
  written((doc) => {
    doc.transact(() => {
      for (const [id, entry] of Object.entries(entries)) {
        doc.getMap('entries').set(id, typeof entry === 'string' ? entry : JSON.stringify(entry))
      }
    })
  }, clientId)
