import type { Place } from '../../document/anchor.ts'
import type { EntryAuthor, EntryId } from '../../domain/discussion-entry.ts'
import type { Thread } from '../../domain/discussion.ts'
import { isShown, noWork } from '../../domain/section-work.ts'
import { concerns, isOpenThread, isTakenBack, unreadIn } from '../../domain/thread-relevance.ts'
import type { DraftView } from '../draft-view.ts'

/** Where on the page a thread belongs besides the sections; no section's id contains a slash. */
export const wholeDraft = '/draft'
export const draftFacts = '/facts'
/** A section that the call no longer has. */
export const noSection = '/gone'

/** A thread with everything a screen shows of it. */
export interface TalkThread {
  thread: Thread
  /** A section's id, or one of the places above. */
  at: string
  /** Its words are no longer in the text. */
  isGone: boolean
  isOpen: boolean
  unread: readonly EntryId[]
  /** Something for this person's organisation. */
  isForUs: boolean
}

/** Words in a section's text that a thread is about, in UTF-16 units. */
export interface MarkedWords {
  id: EntryId
  from: number
  to: number
}

interface Context {
  draft: DraftView
  me: EntryAuthor
  seen: ReadonlySet<EntryId>
  placeOf: (thread: Thread) => Place | null
}

/** Puts threads into the order of the page. Those that read as `before` keep their identity. */
export const readTalk = (threads: readonly Thread[], context: Context, before: readonly TalkThread[]) => {
  const { draft } = context
  const order = new Map(
    [wholeDraft, draftFacts, ...draft.call.sections.map(({ id }) => id)].map((at, index) => [at, index]),
  )
  const known = new Map(before.map((each) => [each.thread.id, each]))
  const ours = new Set(
    draft.call.sections
      .filter(({ id }) => isShown('ours', draft.work.get(id) ?? noWork, draft.me, draft.partners))
      .map(({ id }) => id),
  )
  const open = new Map<string, number>()
  const marks = new Map<string, MarkedWords[]>()
  const placed = threads
    .filter((thread) => !isTakenBack(thread))
    .map((thread) => {
      const section = sectionOf(thread)
      const at = order.has(section) ? section : noSection
      const place = at === noSection ? null : context.placeOf(thread)
      const isOpen = isOpenThread(thread)
      const isAboutWords = thread.kind === 'suggestion' || thread.subject.on === 'text'
      if (isOpen) open.set(at, (open.get(at) ?? 0) + 1)
      if (isOpen && place && !place.isGone && thread.kind === 'comment') {
        const there = marks.get(at)
        const words = { id: thread.id, from: place.from, to: place.to }
        if (there) there.push(words)
        else marks.set(at, [words])
      }
      const each: TalkThread = {
        thread,
        at,
        isGone: isAboutWords && at !== noSection && (place === null || place.isGone),
        isOpen,
        unread: unreadIn(thread, context.me, context.seen),
        isForUs: concerns(thread, context.me, ours.has(at)),
      }
      const was = known.get(thread.id)
      const same = was && JSON.stringify(was) === JSON.stringify(each) ? was : each
      return { each: same, rank: order.get(at) ?? order.size, from: place?.from ?? -1 }
    })
  // Stable: at one place the order in which they were begun.
  placed.sort((a, b) => a.rank - b.rank || a.from - b.from)
  const sorted = placed.map(({ each }) => each)
  const isSame = sorted.length === before.length && sorted.every((each, index) => each === before[index])
  return { threads: isSame ? before : sorted, open, marks }
}

const sectionOf = (thread: Thread): string => {
  if (thread.kind === 'suggestion') return thread.proposed.section
  const { subject } = thread
  if (subject.on === 'draft') return wholeDraft
  return subject.on === 'field' ? draftFacts : subject.section
}
