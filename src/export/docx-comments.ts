import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  InsertedTextRun,
  Paragraph,
  TextRun as Words,
  type ICommentsOptions,
  type IRunOptions,
  type ParagraphChild,
} from 'docx'
import type { Application } from '../domain/application.ts'
import type { SheetRemark, SheetThread } from '../domain/discussion-sheet.ts'
import type { DiscussedOutline } from './discussed-outline.ts'
import { placeName, settledWords, speakerOf } from './discussion-blocks.ts'
import type { DocumentWords } from './document-words.ts'
import type { List } from './lists.ts'
import type { Block } from './outline.ts'
import { writable, type Proposed } from './writable.ts'

type Entry = Omit<SheetRemark, 'sector'>

/** What each of Word's comments says: a thread's first one and its replies. */
const entriesOf = (thread: SheetThread, application: Application, words: DocumentWords): Entry[] => {
  const { place, proposal } = thread
  const said = words.discussion
  const isGone = place.on === 'text' && place.range === null
  const about = place.on === 'text' ? (isGone ? `„${place.quote.trim()}“ ${said.isGone}` : '') : null
  const concerns = about === '' ? [] : [said.concerns(about ?? placeName(place, application, words))]
  const [first, ...replies] = thread.remarks
  const opening = first ?? (proposal && { ...proposal.by, words: '' })
  if (!opening) return []
  // Word knows as done only what has an answer: it says by whom.
  const end = thread.settled ? [{ ...thread.settled, words: settledWords(thread, words) }] : []
  const look = proposal?.changesLook ? [said.look] : []
  return [{ ...opening, words: [...concerns, opening.words, ...look].filter(Boolean).join('\n') }, ...replies, ...end]
}

/** Word's comments and tracked changes while a document is written from its beginning to its end. */
export class DocxComments {
  readonly options: ICommentsOptions
  /** Ids of the comments of each thread. */
  readonly #ids: number[][] = []
  /** How many runs and cells of a thread are still to come; its comments end behind the last. */
  readonly #left = new Map<number, number>()
  readonly #begun = new Set<number>()
  #lastChange: number

  constructor({ comments: threads, application, outline }: DiscussedOutline, words: DocumentWords) {
    const children: ICommentsOptions['children'][number][] = []
    for (const thread of threads) {
      const first = children.length
      entriesOf(thread, application, words).forEach((entry, index) => {
        children.push({
          id: children.length,
          author: speakerOf(entry),
          initials: initialsOf(entry.name),
          date: new Date(entry.at),
          children: paragraphsOf(entry.words),
          ...(index > 0 && { parentId: first }),
          ...(thread.settled && { resolved: true }),
        })
      })
      this.#ids.push(children.slice(first).map(({ id }) => id))
    }
    this.options = { children }
    this.#lastChange = children.length
    for (const thread of outline.blocks.flatMap(threadsIn)) this.#left.set(thread, (this.#left.get(thread) ?? 0) + 1)
  }

  /** Threads whose place is not in the document, such as an empty field that is left out. */
  homeless(): number[] {
    return [...this.#ids.keys()].filter((thread) => !this.#left.has(thread))
  }

  /** What is written, between the marks where comments on it begin and end. */
  around(threads: readonly number[], children: readonly ParagraphChild[]): ParagraphChild[] {
    const begin = threads.filter((thread) => !this.#begun.has(thread))
    for (const thread of begin) this.#begun.add(thread)
    for (const thread of threads) this.#left.set(thread, (this.#left.get(thread) ?? 1) - 1)
    const end = threads.filter((thread) => this.#left.get(thread) === 0)
    const idsOf = (some: readonly number[]) => some.flatMap((thread) => this.#ids[thread] ?? [])
    return [
      ...idsOf(begin).map((id) => new CommentRangeStart(id)),
      ...children,
      ...idsOf(end).flatMap((id) => [new CommentRangeEnd(id), new Words({ children: [new CommentReference(id)] })]),
    ]
  }

  words(options: IRunOptions, proposed: Proposed | undefined): ParagraphChild {
    if (!proposed) return new Words(options)
    const change = { ...options, ...this.#changeOf(proposed) }
    return proposed.as === 'insertion' ? new InsertedTextRun(change) : new DeletedTextRun(change)
  }

  /** For a paragraph's end that somebody would like to have, or not to. */
  end(proposed: Proposed | undefined) {
    return proposed && { run: { [proposed.as]: this.#changeOf(proposed) } }
  }

  #changeOf({ by }: Proposed) {
    this.#lastChange += 1
    return { id: this.#lastChange, author: speakerOf(by), date: new Date(by.at).toISOString() }
  }
}

const paragraphsOf = (words: string): Paragraph[] =>
  writable(words)
    .split('\n')
    .map((line) => new Paragraph(line))

const initialsOf = (name: string): string =>
  writable(name)
    .split(/[\s-]+/)
    .flatMap((part) => Array.from(part)[0] ?? [])
    .join('')
    .slice(0, 9)

const threadsIn = (block: Block): readonly number[] => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.runs.flatMap(({ threads }) => threads ?? [])
    case 'list':
      return listThreads(block.list)
    case 'table':
      return block.rows.flat().flatMap(({ threads }) => threads ?? [])
    default:
      return []
  }
}

const listThreads = ({ items }: List): number[] =>
  items.flatMap(({ runs, lists }) => [...runs.flatMap(({ threads }) => threads ?? []), ...lists.flatMap(listThreads)])
