import * as v from 'valibot'
import { createAnchor } from '../../document/anchor.ts'
import { textName } from '../../document/names.ts'
import { createStandingReader } from '../../document/suggestion.ts'
import { wordsAfter } from '../../domain/suggested-words.ts'
import { entrySchema, maxEntryLength, type EntryId, type NewEntry } from '../../domain/discussion-entry.ts'
import type { Suggestion } from '../../domain/discussion.ts'
import { readForkChanges } from '../../editor/suggesting/fork-changes.ts'
import { planEntries, type Carried } from '../../editor/suggesting/plan-entries.ts'
import type { KeptSuggestion } from '../../storage/kept-suggestions.ts'
import type { LiveDraft } from '../live-draft.ts'
import type { SuggestingFork } from './suggesting-fork.ts'

/** What has to be said of a section so that the others see what was typed in the fork. */
export interface Unsaid {
  entries: readonly NewEntry[]
  /** Suggestions that are replaced by it or no longer wanted. */
  withdrawn: readonly EntryId[]
}

export const readUnsaid = (
  { doc }: LiveDraft,
  fork: SuggestingFork,
  section: string,
  open: readonly Suggestion[],
): Unsaid => {
  const text = doc.getText(textName(section))
  const read = createStandingReader(text)
  const carried = open.flatMap(({ id, proposed }): Carried[] => {
    const at = fork.carried.has(id) && proposed.section === section ? read(proposed) : null
    return at ? [{ id, from: at.from, to: at.to, quote: proposed.quote, change: proposed.change }] : []
  })
  const { add, withdraw } = planEntries(readForkChanges(fork.pieces(section)), carried)
  const suggested = add.map(({ from, to, change }): NewEntry => ({
    type: 'suggestion',
    section,
    ...createAnchor(text, from, to),
    change: [...change],
    words: '',
    mentions: [],
  }))
  const entries = [...withdraw.map((of): NewEntry => ({ type: 'withdrawn', of })), ...suggested]
  return { entries, withdrawn: withdraw }
}

const someone = { by: { name: 'x', organisation: 'x', sector: 'civil', member: '' }, at: 0 }

/** Whether entries may be said at all: no longer and no more than an entry holds. */
export const canBeSaid = (entries: readonly unknown[]): entries is NewEntry[] =>
  entries.every((entry) => {
    const whole: unknown = typeof entry === 'object' ? { ...entry, ...someone } : entry
    return v.safeParse(entrySchema, whole).success && JSON.stringify(whole).length < maxEntryLength - 1_000
  })

/** Reads what was kept on the device; null where it cannot be said, by this app at least. */
export const readKept = ({ entries }: KeptSuggestion): readonly NewEntry[] | null => {
  const read = parse(entries)
  return Array.isArray(read) && canBeSaid(read) ? read : null
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
