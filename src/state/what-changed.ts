import * as Y from 'yjs'
import { saidBeside } from '../document/names.ts'
import { joinStates, readContents, readNewAuthors, type Contents } from '../document/read-contents.ts'
import { isAboutWork } from '../document/work-keys.ts'
import type { Meanwhile, MeanwhileFact } from '../domain/meanwhile.ts'
import { compareWordings } from '../domain/wording-changes.ts'

/** An absence, at the moment when everything of the others has come. */
export interface Return {
  /** The draft as it was seen last, whole, and when (ms since 1970). */
  seen: { state: Uint8Array; at: number }
  /** What this person had when the line returned; null where it cannot be told from what others did. */
  mine: Contents | null
  /** What came from the server since, as it came. */
  received: readonly Uint8Array[]
  doc: Y.Doc
}

/**
 * What others changed in a draft during an absence; sections and fields without a change are left out. Where it cannot
 * be told apart from this person's own, everything that changed is told as others'.
 */
export const whatChanged = ({ seen, mine, received, doc }: Return, nowMs: number): Meanwhile => {
  const before = joinStates(seen.state, [])
  const others = mine && joinStates(seen.state, received)
  const base = readContents(before ?? doc)
  const theirs = readContents(others ?? doc)
  const own = others && mine ? mine : base
  const now = readContents(doc)
  const authors = readNewAuthors(others ?? doc, Y.decodeStateVector(Y.encodeStateVectorFromUpdate(seen.state)))
  const sections = [...theirs.texts].map(([sectionId, text]) => ({
    sectionId,
    changes: compareWordings({
      base: base.texts.get(sectionId) ?? '',
      mine: own.texts.get(sectionId) ?? '',
      theirs: text,
      now: now.texts.get(sectionId) ?? '',
    }).map(({ from, to, ...change }) => ({ ...change, by: authors.ofText(sectionId, from, to) })),
  }))
  const changed = {
    since: seen.at,
    until: nowMs,
    sections: sections.filter(({ changes }) => changes.length > 0),
    facts: compareFields(base.fields, own.fields, theirs.fields, now.fields).map((change) => ({
      ...change,
      by: authors.ofField(change.key),
    })),
    people: [],
  }
  before?.destroy()
  others?.destroy()
  return changed
}

type Fields = Contents['fields']

const compareFields = (base: Fields, mine: Fields, theirs: Fields, now: Fields): Omit<MeanwhileFact, 'by'>[] =>
  [...new Set([...base.keys(), ...theirs.keys()])].flatMap((key) => {
    // The one says again what stands beside it, the other is seen at the sections.
    if (saidBeside(key) !== null || isAboutWork(key)) return []
    const [before, own, others] = [base, mine, theirs].map((fields) => fields.get(key) ?? null)
    if (before === others || before === undefined || others === undefined || own === undefined) return []
    const alsoMine = own !== before && own !== others
    return [{ key, before, theirs: others, mine: alsoMine ? own : null, alsoMine, now: now.get(key) ?? null }]
  })
