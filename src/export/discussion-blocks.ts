import type { Application } from '../domain/application.ts'
import type { DiscussionSheet, SheetPlace, SheetThread } from '../domain/discussion-sheet.ts'
import { partnerKey } from '../domain/partner.ts'
import type { DocumentWords } from './document-words.ts'
import type { Block } from './outline.ts'
import { writable, type TextRun } from './writable.ts'

/** The open discussion as an appendix: by section, each thread under a heading of its own. */
export const discussionBlocks = (
  { threads }: DiscussionSheet,
  application: Application,
  words: DocumentWords,
  title = words.discussion.title,
): Block[] => {
  const places = new Map<string, SheetThread[]>()
  for (const thread of threads) {
    const name = placeName(thread.place, application, words)
    places.set(name, [...(places.get(name) ?? []), thread])
  }
  const order = [words.discussion.draft, ...application.sections.map((section) => section.title)]
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  const sorted = [...places].sort(([a], [b]) => rank(a) - rank(b))
  return [
    heading(2, title),
    ...sorted.flatMap(([name, here]) => [heading(3, name), ...here.flatMap((thread) => threadBlocks(thread, words))]),
  ]
}

/** What a thread is about, as documents call it. */
export const placeName = (place: SheetPlace, { facts, partners, sections }: Application, words: DocumentWords) => {
  if (place.on === 'draft') return words.discussion.draft
  if (place.on !== 'field') return sections.find(({ id }) => id === place.section)?.title ?? words.discussion.gone
  const fact = facts.find(({ id }) => id === place.field)
  if (fact) return fact.label
  const partner = partners.find(({ id }) => place.field.startsWith(partnerKey(id, '')))
  const asked = partner?.facts.find(({ id }) => place.field === partnerKey(partner.id, id))
  if (!partner) return words.discussion.gone
  return [partner.name.trim() || words.unnamed, asked?.label].filter(Boolean).join(' · ')
}

/** „Organisation“ in brackets behind the name, as every document names who said something. */
export const speakerOf = ({ name, organisation }: { name: string; organisation: string }): string =>
  writable(`${name} (${organisation})`).replaceAll('\n', ' ')

const threadBlocks = (thread: SheetThread, words: DocumentWords): Block[] => {
  const { place, remarks, proposal, settled } = thread
  const said = words.discussion
  const isGone = place.on === 'text' && place.range === null
  const blocks: Block[] = [heading(4, proposal ? said.suggestion : said.comment)]
  if (place.on === 'text') {
    const about = [plain(said.about), { text: writable(`„${place.quote.trim()}“`), marks: { italic: true } } as const]
    if (place.quote.trim() !== '') blocks.push(paragraph([...about, ...(isGone ? [plain(` ${said.isGone}`)] : [])]))
  }
  if (proposal) {
    const { by, wording } = proposal
    const what = wording.trim() === '' ? said.without : `„${wording.trim()}“`
    const look = proposal.changesLook ? ` ${said.look}` : ''
    blocks.push(paragraph([...speaker(by, words), plain(writable(`${said.proposes}${what}${look}`))]))
  }
  const end = settled ? [{ ...settled, words: settledWords(thread, words) }] : []
  const talk = [...remarks, ...end]
  return [...blocks, ...talk.map((remark) => paragraph([...speaker(remark, words), plain(writable(remark.words))]))]
}

export const settledWords = ({ proposal }: SheetThread, { discussion }: DocumentWords): string =>
  discussion.settled[proposal?.state === 'accepted' || proposal?.state === 'declined' ? proposal.state : 'resolved']

const speaker = (by: Omit<SheetThread['remarks'][number], 'words'>, words: DocumentWords): TextRun[] => [
  { text: speakerOf(by), marks: { bold: true } },
  plain(`, ${words.discussion.sectors[by.sector]}, ${words.agreements.moment(by.at)}: `),
]

const plain = (text: string): TextRun => ({ text, marks: {} })
const paragraph = (runs: TextRun[]): Block => ({ kind: 'paragraph', runs })
const heading = (level: 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, runs: [plain(writable(text))] })
