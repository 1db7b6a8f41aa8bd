import { readDiscussion, type Discussion } from '../../src/domain/discussion.ts'
import type { Entry, EntryAuthor, NewEntry } from '../../src/domain/discussion-entry.ts'
import { discussionSheet, type DiscussionSheet, type FindPassage } from '../../src/domain/discussion-sheet.ts'
import type { Application } from '../../src/domain/application.ts'

export const amina: EntryAuthor = {
  name: 'Amina Demir',
  organisation: 'Freiwilligenagentur',
  sector: 'civil',
  member: 'secret-member-amina',
}
export const jonas: EntryAuthor = {
  name: 'Jonas Weiß',
  organisation: 'Stadt & Land',
  sector: 'administration',
  member: 'secret-member-jonas',
}

const begin = Date.UTC(2023, 10, 2, 13, 32)

/** A discussion of entries in the order in which they are given, a minute apart. Ids are `aaaa…`, `bbbb…` and so on. */
export const discussionOf = (...entries: readonly (NewEntry & { by: EntryAuthor })[]): Discussion =>
  readDiscussion(new Map(entries.map((entry, index) => [idOf(index), { ...entry, at: begin + index * 60_000 }])))

export const idOf = (index: number): string => String.fromCharCode(97 + index).repeat(20)

const textOf = (application: Application, section: string): string =>
  application.sections
    .find(({ id }) => id === section)
    ?.lines.map(({ runs }) => `${runs.map(({ text }) => text).join('')}\n`)
    .join('') ?? ''

/** Finds passages by their words, as a reader would. */
export const findIn =
  (application: Application): FindPassage =>
  ({ section, quote }) => {
    const from = textOf(application, section).indexOf(quote)
    return from < 0 ? null : { from, to: from + quote.length }
  }

export const sheetOf = (
  application: Application,
  discussion: Pick<Discussion, 'threads'>,
  withSettled = false,
): DiscussionSheet => {
  const sheet = discussionSheet(discussion, findIn(application), withSettled)
  if (!sheet) throw new Error('there is a discussion')
  return sheet
}

const nowhere = { from: '', to: '' }

export const comment = (by: EntryAuthor, section: string, quote: string, words: string) => ({
  type: 'comment' as const,
  by,
  subject: { on: 'text' as const, section, ...nowhere, quote },
  words,
  mentions: [],
})

export const suggestion = (
  by: EntryAuthor,
  section: string,
  quote: string,
  change: Extract<Entry, { type: 'suggestion' }>['change'],
  words = '',
) => ({ type: 'suggestion' as const, by, section, ...nowhere, quote, change, words, mentions: [] })

export const reply = (by: EntryAuthor, of: number, words: string) => ({
  type: 'reply' as const,
  by,
  of: idOf(of),
  words,
  mentions: [],
})
