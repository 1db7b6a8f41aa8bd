import type { Subject } from '../../domain/discussion-entry.ts'
import type { Thread } from '../../domain/discussion.ts'
import type { DraftView } from '../../state/draft-view.ts'
import { discussionWords } from '../wording/discussion.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useDraft } from '../draft/draft-context.ts'

const longestQuote = 80

export const shortQuote = (quote: string): string => {
  const line = quote.replace(/\s+/gu, ' ').trim()
  if (line.length <= longestQuote) return line
  return `${Array.from(line).slice(0, longestQuote).join('').trimEnd()} …`
}

/** What a thread is about. */
export const subjectOf = (thread: Thread): Subject =>
  thread.kind === 'comment'
    ? thread.subject
    : { on: 'text', ...thread.proposed, quote: thread.proposed.quote.slice(0, 1_000) }

/** A field's name as the page shows it; null where the call no longer has it. */
const fieldName = ({ call, partners }: DraftView, field: string): string | null => {
  const own = call.fields.find(({ id }) => id === field)
  if (own) return own.label
  const [kind, id, part] = field.split('/')
  const partner = kind === 'partner' ? partners.find((each) => each.id === id) : undefined
  if (!partner) return null
  const asked = call.partners.fields.find((each) => each.id === part)
  return asked ? `${partner.name}: ${asked.label}` : partner.name
}

/** How to say what something is about: as a title, or within a sentence. */
export const useSubjectWords = (): ((subject: Subject, form: 'about' | 'on') => string) => {
  const words = useWordsOf(discussionWords)
  const { view } = useDraft()
  return (subject, form) => {
    const said = words[form]
    switch (subject.on) {
      case 'text':
        return said.text(shortQuote(subject.quote))
      case 'section': {
        const section = view.getState().call.sections.find(({ id }) => id === subject.section)
        return said.section(section?.title ?? subject.section)
      }
      case 'field':
        return said.field(fieldName(view.getState(), subject.field) ?? words.unknownField)
      default:
        return said.draft
    }
  }
}
