import type { Mention } from '../../domain/discussion-entry.ts'
import type { DraftView } from '../../state/draft-view.ts'

/** Somebody one can name, or an organisation. */
export interface Candidate {
  mention: Mention
  name: string
  /** A person's organisation; empty for an organisation. */
  organisation: string
}

const mostShown = 6
/** Partners brought in with a file may have longer ones, which an entry does not hold. */
const longestName = 120

export const candidatesOf = ({ members, partners, me }: DraftView): Candidate[] => {
  const people = members
    .filter(({ id }) => id !== me.memberId)
    .map(({ id, name, organisation }): Candidate => ({
      mention: { of: 'member', member: id, name },
      name,
      organisation,
    }))
  const organisations = new Set(
    [...members, ...partners.map(({ name }) => ({ organisation: name }))].map((each) => each.organisation.trim()),
  )
  organisations.delete('')
  for (const name of organisations) if (name.length > longestName) organisations.delete(name)
  return [
    ...people,
    ...[...organisations].map((name): Candidate => ({ mention: { of: 'organisation', name }, name, organisation: '' })),
  ]
}

/** What stands between the last "@" and the caret, where somebody may just be naming someone; null where not. */
export const namingAt = (words: string, caret: number): string | null => {
  const before = words.slice(0, caret)
  const at = before.lastIndexOf('@')
  if (at < 0 || /[\p{L}\p{N}]$/u.test(before.slice(0, at))) return null
  const typed = before.slice(at + 1)
  return typed.length <= 40 && !typed.includes('\n') ? typed : null
}

export const matching = (candidates: readonly Candidate[], typed: string): readonly Candidate[] => {
  const sought = typed.trim().toLocaleLowerCase('de')
  // Whoever has written on after a whole name is no longer choosing.
  if (candidates.some(({ name }) => sought.startsWith(`${name.toLocaleLowerCase('de')} `) || typed === `${name} `))
    return []
  const begins = ({ name }: Candidate) =>
    name
      .toLocaleLowerCase('de')
      .split(/\s+/u)
      .some((word) => word.startsWith(sought)) || name.toLocaleLowerCase('de').startsWith(sought)
  return candidates.filter(begins).slice(0, mostShown)
}

/** Whom words name, as they stand when they are said. */
export const mentionsIn = (words: string, candidates: readonly Candidate[]): Mention[] =>
  candidates
    .filter(({ name }) => words.includes(`@${name}`))
    .map(({ mention }) => mention)
    .slice(0, 30)

/** Words cut where somebody is named. */
export const withNames = (words: string, mentions: readonly Mention[]): { words: string; isName: boolean }[] => {
  const names = mentions.map(({ name }) => `@${name}`).filter((name) => words.includes(name))
  const parts: { words: string; isName: boolean }[] = []
  let rest = words
  while (rest !== '') {
    const next = names
      .map((name) => ({ name, at: rest.indexOf(name) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0]
    if (!next) break
    if (next.at > 0) parts.push({ words: rest.slice(0, next.at), isName: false })
    parts.push({ words: next.name, isName: true })
    rest = rest.slice(next.at + next.name.length)
  }
  return rest === '' ? parts : [...parts, { words: rest, isName: false }]
}
