import * as v from 'valibot'
import type * as Y from 'yjs'
import { createAnchor } from '../../document/anchor.ts'
import { textName } from '../../document/names.ts'
import { createStandingReader } from '../../document/suggestion.ts'
import { wordsAfter } from '../../domain/suggested-words.ts'
import { entrySchema, maxEntryLength, type EntryId, type NewEntry } from '../../domain/discussion-entry.ts'
import type { Suggestion } from '../../domain/discussion.ts'
import { readForkChanges } from '../../editor/suggesting/fork-changes.ts'
import type { Stretch } from '../../editor/places.ts'
import { planEntries, type Carried } from '../../editor/suggesting/plan-entries.ts'
import type { KeptSuggestion } from '../../storage/kept-suggestions.ts'
import type { SuggestingFork } from './suggesting-fork.ts'

/** What has to be said of a passage so that the others see what was typed there in the fork: all of it, or nothing. */
export interface Unsaid {
  /** Stays the same while somebody types on there. */
  key: string
  /** In the content, in UTF-16 units. */
  at: Stretch
  entries: readonly NewEntry[]
  /** Suggestions that are replaced by it or no longer wanted. */
  withdrawn: readonly EntryId[]
}

export const readUnsaid = (
  content: Y.Doc,
  fork: SuggestingFork,
  section: string,
  open: readonly Suggestion[],
): readonly Unsaid[] => {
  const text = content.getText(textName(section))
  const read = createStandingReader(text)
  const carried = open.flatMap(({ id, proposed }): Carried[] => {
    const at = fork.carried.has(id) && proposed.section === section ? read(proposed) : null
    return at ? [{ id, from: at.from, to: at.to, quote: proposed.quote, change: proposed.change }] : []
  })
  return planEntries(readForkChanges(fork.pieces(section)), carried).map(({ from, to, add, withdraw }) => {
    const suggested = add.map((each) => ({
      type: 'suggestion' as const,
      section,
      ...createAnchor(text, each.from, each.to),
      change: [...each.change],
      words: '',
      mentions: [],
    }))
    return {
      key: `${section} ${suggested[0]?.from ?? withdraw[0]}`,
      at: { from, to },
      entries: [...withdraw.map((of): NewEntry => ({ type: 'withdrawn', of })), ...suggested],
      withdrawn: withdraw,
    }
  })
}

const someone = { by: { name: 'x', organisation: 'x', sector: 'civil', member: '' }, at: 0 }

/** Whether entries may be said at all: no longer and no more than an entry holds. */
export const canBeSaid = (entries: readonly unknown[]): entries is NewEntry[] =>
  entries.every((entry) => {
    const whole: unknown = typeof entry === 'object' ? { ...entry, ...someone } : entry
    return v.safeParse(entrySchema, whole).success && JSON.stringify(whole).length < maxEntryLength - 1_000
  })

/** Reads what was kept on the device, whether or not it can be said; null where it cannot be read. */
export const readKept = ({ entries }: KeptSuggestion): readonly unknown[] | null => {
  const read = parse(entries)
  return Array.isArray(read) ? read : null
}

/** The proposed words of entries as they were kept, for copying them where they cannot be said. */
export const wordsKept = ({ entries }: KeptSuggestion): string => {
  const read = parse(entries)
  const inserts = (Array.isArray(read) ? read : []).flatMap((entry) => {
    const suggestion = v.safeParse(proposedWords, entry)
    return suggestion.success ? [suggestion.output.change.map(({ insert }) => insert).join('')] : []
  })
  return inserts.join('\n\n') || entries
}

const proposedWords = v.object({ change: v.array(v.object({ insert: v.optional(v.string(), '') })) })

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** The proposed words, for copying them where they cannot be said. */
export const wordsOfEntries = (entries: readonly NewEntry[]): string =>
  entries.flatMap((entry) => (entry.type === 'suggestion' ? [wordsAfter(entry)] : [])).join('\n\n')
