import * as Y from 'yjs'
import { acceptChanged, acceptSuggestions } from '../../../src/document/settle-suggestions.ts'
import type { Suggestion } from '../../../src/domain/discussion.ts'
import { SuggestingFork } from '../../../src/state/suggesting/suggesting-fork.ts'
import { readUnsaid } from '../../../src/state/suggesting/typed-suggestions.ts'

export const section = 'ziele'
export const start = 'Wir wollen mehr Räume. Und wir wollen Zeit.\n'

const by = { name: 'Bruno', organisation: 'Stadt', sector: 'administration', member: 'b' } as const

const suggestionOf = (id: string, proposed: Suggestion['proposed']): Suggestion => ({
  kind: 'suggestion',
  id,
  opening: { id, by, at: 0, words: '', mentions: [], editedAt: null, isWithdrawn: false },
  replies: [],
  lastAt: 0,
  proposed,
  state: 'open',
  settled: null,
  wrote: [],
  acceptances: [],
})

/** One who suggests in a fork, and the text as it is, in which somebody else accepts. */
export const openFork = (words: string) => {
  const content = new Y.Doc()
  const text = content.getText(`text/${section}`)
  text.insert(0, words)
  const fork = new SuggestingFork(content, [], [], () => undefined)
  const typed = fork.text(section)
  const edit = (at: number, gone: number, added: string): void =>
    typed.doc?.transact(() => {
      typed.delete(at, gone)
      typed.insert(at, added)
    }, 'typing')
  let said: Suggestion[] = []
  let count = 0
  /** Says what was typed; returns what was said with it. */
  const say = (): Suggestion[] => {
    const passages = readUnsaid(content, fork, section, said)
    const withdrawn = new Set(passages.flatMap((each) => each.withdrawn))
    const fresh = passages
      .flatMap(({ entries }) => entries.filter((entry) => entry.type === 'suggestion'))
      .map((proposed, at) => suggestionOf(`${(count += 1)} ${at}`, proposed))
    for (const id of withdrawn) fork.carried.delete(id)
    for (const { id } of fresh) fork.carry(id)
    fork.said(section)
    said = [...said.filter(({ id }) => !withdrawn.has(id)), ...fresh]
    return fresh
  }
  /** Somebody else, who has not seen more, accepts these. */
  const accept = (suggestions: readonly Suggestion[]): void => {
    const { accepted } = acceptSuggestions(text, suggestions)
    for (const { id, wrote } of accepted) {
      const suggestion = suggestions.find((each) => each.id === id) as Suggestion
      fork.settle({ ...suggestion, wrote: wrote.map((each) => [...each]) })
      said = said.filter((each) => each.id !== id)
    }
  }
  /** Somebody else has seen both wordings of one and keeps them. */
  const keepBoth = (suggestion: Suggestion): void => {
    const wrote = acceptChanged(text, suggestion.proposed, 'both').map((each): [number, number, number] => [...each])
    fork.settle({ ...suggestion, wrote })
    said = said.filter(({ id }) => id !== suggestion.id)
  }
  return { text, fork, typed, edit, say, accept, keepBoth, said: () => said }
}
