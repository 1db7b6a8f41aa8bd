import type { Call, Certainty } from '../../../domain/call.ts'
import type { Finding } from '../../../domain/finding.ts'
import { completeness as german } from '../../wording/de/completeness.ts'
import { completeness as english } from '../../wording/en/completeness.ts'
import type { Translated } from '../../wording/catalogue.ts'
import type { Format } from '../../wording/format.ts'
import { unreachable } from '../../elements/unreachable.ts'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { factText } from '../facts/fact-text.ts'

export type CompletenessWords = Translated<typeof german>

/** The sentences of this part, which come with it. */
export const useCompletenessWords = (): CompletenessWords => (useFormat().language === 'en' ? english : german)

/** How sure a rule is, in one word. */
export const useCertaintyName = (): ((certainty: Certainty) => string) => {
  const { known } = useCompletenessWords()
  const { certainty: names } = useWording().draft
  return (certainty) => (certainty === 'known' ? known : names[certainty])
}

/** What a deadline was before, and at first where it was moved more than once; null where it stands as it did. */
export const sayExtended = (
  { history }: Pick<Call['window'], 'history'>,
  words: CompletenessWords,
  format: Format,
): string | null => {
  const before = history.at(-1)
  const first = history.length > 1 ? history[0] : undefined
  return before ? words.extended(format.day(before.closes), first ? format.day(first.closes) : null) : null
}

/** What a finding asks somebody to do. */
export const sayFinding = (
  { what }: Finding,
  words: CompletenessWords,
  format: Format,
  elements: { yes: string; no: string },
): string => {
  const say = words.findings
  const ofPartner = (partner: { name: string } | null, sentence: string) =>
    partner === null ? sentence : say.of(sentence, partner.name.trim() || say.unnamed)
  switch (what.name) {
    case 'fact-missing':
      return ofPartner(what.partner, say.fillIn(what.field.label))
    case 'fact-wrong': {
      const { field } = what
      const value = factText(field, what.value, format, elements)
      const limit = (number: number | undefined) => factText(field, number ?? 0, format, elements)
      const sentence = {
        below: () => say.below(field.label, value, limit(field.min)),
        above: () => say.above(field.label, value, limit(field.max)),
        'no-choice': () => say.noChoice(field.label, value),
        'no-day': () => say.noDay(field.label, value),
      }[what.problem]()
      return ofPartner(what.partner, sentence)
    }
    case 'fact-disputed':
      return ofPartner(what.partner, say.disputed(what.field.label))
    case 'sector-missing':
      return say.sector(what.sector.label)
    case 'partners-too-few':
      return say.tooFew(what.minimum - what.count)
    case 'partner-nameless':
      return say.nameless
    case 'partner-without-side':
      return say.side(what.partner.name)
    case 'nobody-leads':
      return say.nobodyLeads
    case 'several-lead':
      return say.severalLead(format.list(what.partners.map(({ name }) => name.trim() || say.unnamed)))
    case 'section-empty':
      return say.write(what.section.title)
    case 'section-not-done':
      return say.markDone(what.section.title)
    case 'section-too-long':
      return say.shorten(what.section.title, format.number(what.excess))
    case 'not-ticked':
      return ofPartner(what.partner, what.title)
    default:
      return unreachable(what)
  }
}
