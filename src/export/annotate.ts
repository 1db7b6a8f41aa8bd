import type { Application } from '../domain/application.ts'
import type { DiscussionSheet, SheetThread, TextRange } from '../domain/discussion-sheet.ts'
import type { Line } from '../domain/line.ts'
import { partnerKey } from '../domain/partner.ts'
import type { OutlinedApplication } from './outline.ts'
import { proposedLines, type Placed, type PlacedChange, type WrittenLine } from './proposed-lines.ts'

/** An application with what is said about it, for formats that can show it at its place. */
export interface Annotated {
  application: OutlinedApplication
  /** Threads by their numbers, as the application's parts name them. */
  comments: readonly SheetThread[]
  /** Suggestions that are not in the text: settled, their words are gone, or another one changes the same words. */
  unplaced: readonly SheetThread[]
}

/** Puts every open suggestion that still applies into the text, and every comment beside what it is about. */
export const annotate = (application: Application, { threads }: DiscussionSheet): Annotated => {
  const comments: SheetThread[] = []
  const unplaced: SheetThread[] = []
  const changes = new Map<string, PlacedChange[]>()
  const about = new Map<string, Placed[]>()
  const beside = new Map<string, number[]>()
  const texts = new Map(application.sections.map(({ id, lines }) => [id, textOf(lines)]))
  const number = (thread: SheetThread): number => comments.push(thread) - 1
  for (const thread of threads) {
    const { place, proposal } = thread
    if (place.on !== 'text') {
      addTo(beside, keyOf(place), number(thread))
      continue
    }
    const { section, quote } = place
    const text = texts.get(section) ?? ''
    const range = within(place.range, text)
    if (proposal === null) {
      if (range && range.from < range.to) addTo(about, section, { range, thread: number(thread) })
      else addTo(beside, keyOf({ on: 'section', section }), number(thread))
      continue
    }
    const applies = range !== null && thread.settled === null && text.slice(range.from, range.to) === quote
    const change = applies ? { start: range.from, change: proposal.change, by: proposal.by } : null
    if (range === null || change === null || changes.get(section)?.some((other) => meets(other, change))) {
      unplaced.push(thread)
      continue
    }
    const isTalkedAbout = thread.remarks.length > 0 || proposal.changesLook
    const said = isTalkedAbout ? number(thread) : null
    addTo(changes, section, { ...change, thread: said })
    if (said !== null) addTo(about, section, { range, thread: said })
  }
  const noted = (key: string) => ({ threads: beside.get(key) ?? [] })
  return {
    comments,
    unplaced,
    application: {
      ...application,
      ...noted('draft'),
      facts: application.facts.map((fact) => ({ ...fact, ...noted(`field ${fact.id}`) })),
      partners: application.partners.map((partner) => ({
        ...partner,
        threads: ['name', 'sector', 'lead', 'supports'].flatMap(
          (part) => beside.get(`field ${partnerKey(partner.id, part)}`) ?? [],
        ),
        facts: partner.facts.map((fact) => ({ ...fact, ...noted(`field ${partnerKey(partner.id, fact.id)}`) })),
      })),
      sections: application.sections.map((section) => ({
        ...section,
        ...noted(`section ${section.id}`),
        lines: annotated(section.lines, about.get(section.id) ?? [], changes.get(section.id) ?? []),
      })),
    },
  }
}

const annotated = (
  lines: readonly Line[],
  about: readonly Placed[],
  changes: readonly PlacedChange[],
): readonly WrittenLine[] => (about.length === 0 && changes.length === 0 ? lines : proposedLines(lines, about, changes))

const keyOf = (place: Exclude<SheetThread['place'], { on: 'text' }>): string =>
  place.on === 'draft' ? 'draft' : `${place.on} ${place.on === 'section' ? place.section : place.field}`

const addTo = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

/** A section's text as ranges count it: every line closed by its newline. */
const textOf = (lines: readonly Line[]): string =>
  lines.map(({ runs }) => `${runs.map(({ text }) => text).join('')}\n`).join('')

const within = (range: TextRange | null, text: string): TextRange | null =>
  range && range.from >= 0 && range.from <= range.to && range.to <= text.length ? range : null

/** Word shows one change at a place: whoever suggested first. */
const meets = (a: Pick<PlacedChange, 'start' | 'change'>, b: Pick<PlacedChange, 'start' | 'change'>): boolean => {
  const [one, other] = [touched(a), touched(b)]
  return one.from < other.to && other.from < one.to
}

const touched = ({ start, change }: Pick<PlacedChange, 'start' | 'change'>): TextRange => {
  let at = start
  let from = -1
  let to = start
  for (const op of change) {
    const isEdit = !('retain' in op)
    if (isEdit && from < 0) from = at
    at += 'delete' in op ? op.delete : 'retain' in op ? op.retain : 0
    if (isEdit) to = at
  }
  return { from: from < 0 ? start : from, to }
}
