import type { SuggestedOp } from './discussion-entry.ts'
import type { Discussion, Remark, Settled, Thread } from './discussion.ts'
import type { Sector } from './sector.ts'
import { wordsAfter } from './suggested-words.ts'

/** From one place in a section's text up to another, in UTF-16 units. */
export interface TextRange {
  from: number
  to: number
}

/** What is said about an application, as a part of its documents: by name, without what only the app needs. */
export interface DiscussionSheet {
  /** In the order in which they were begun. */
  threads: readonly SheetThread[]
}

export interface SheetThread {
  place: SheetPlace
  /** What opened it, then the replies; what was taken back is left out. */
  remarks: readonly SheetRemark[]
  /** Null for a comment. */
  proposal: SheetProposal | null
  /** Who resolved, accepted or declined it, and when; null while it is open. */
  settled: Omit<SheetRemark, 'words'> | null
}

/** `range` is where the words are now; null where they are gone. */
export type SheetPlace =
  | { on: 'text'; section: string; quote: string; range: TextRange | null }
  | { on: 'section'; section: string }
  | { on: 'field'; field: string }
  | { on: 'draft' }

export interface SheetRemark {
  name: string
  organisation: string
  sector: Sector
  /** In ms since 1970, by the writer's device. */
  at: number
  words: string
}

/** Another wording for the quote. */
export interface SheetProposal {
  by: Omit<SheetRemark, 'words'>
  change: readonly SuggestedOp[]
  wording: string
  /** Whether it also changes bold, italic, links or kinds of lines. */
  changesLook: boolean
  state: 'open' | 'accepted' | 'declined'
}

/** Finds where a passage is now; null where its words are gone. */
export type FindPassage = (passage: { section: string; from: string; to: string; quote: string }) => TextRange | null

/** The discussion for documents; null where there is nothing to take along. What was taken back is never in it. */
export const discussionSheet = (
  { threads }: Pick<Discussion, 'threads'>,
  find: FindPassage,
  withSettled = false,
): DiscussionSheet | null => {
  const told = threads.flatMap((thread) => readThread(thread, find) ?? [])
  const wanted = told.filter(({ settled }) => withSettled || settled === null)
  return wanted.length > 0 ? { threads: wanted } : null
}

const readThread = (thread: Thread, find: FindPassage): SheetThread | null => {
  const remarks = [thread.opening, ...thread.replies].filter((remark) => !remark.isWithdrawn && remark.words !== '')
  if (thread.kind === 'comment') {
    if (remarks.length === 0) return null
    const { subject } = thread
    const place: SheetPlace = subject.on === 'text' ? passageOf(subject, find) : subject
    return {
      place,
      remarks: remarks.map(readRemark),
      proposal: null,
      settled: thread.resolved && saidBy(thread.resolved),
    }
  }
  const { proposed, state, opening } = thread
  if (state === 'withdrawn') return null
  const by = saidBy(opening)
  const { change } = proposed
  const changesLook = change.some((op) => 'retain' in op && op.formats !== undefined)
  const proposal = { by, change, wording: wordsAfter(proposed), changesLook, state }
  return {
    place: passageOf(proposed, find),
    remarks: remarks.map(readRemark),
    proposal,
    settled: thread.settled && saidBy(thread.settled),
  }
}

const passageOf = (
  { section, from, to, quote }: Parameters<FindPassage>[0],
  find: FindPassage,
): Extract<SheetPlace, { on: 'text' }> => ({
  on: 'text',
  section,
  quote,
  range: find({ section, from, to, quote }),
})

/** The last moment that ISO 8601 writes with four digits of a year. */
const lastMoment = Date.UTC(9999, 11, 31)

const readRemark = (remark: Remark): SheetRemark => ({ ...saidBy(remark), words: remark.words })

/** Nobody vouches for a device's clock: what is no moment becomes the first one. */
const saidBy = ({ by: { name, organisation, sector }, at }: Settled): Omit<SheetRemark, 'words'> => ({
  name,
  organisation,
  sector,
  at: at >= 0 && at <= lastMoment ? Math.round(at) : 0,
})
