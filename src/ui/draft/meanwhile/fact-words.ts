import type { Partner } from '../../../document/read-expression.ts'
import { askedTicks } from '../../../domain/check-ticks.ts'
import type { Call } from '../../../domain/call.ts'
import type { MeanwhileFact } from '../../../domain/meanwhile.ts'
import { sectionStatuses, type SectionStatus } from '../../../domain/section-work.ts'
import { milestones } from '../../../domain/time-plan.ts'
import { isSector } from '../../../domain/sector.ts'
import { tickName } from '../../../domain/tick.ts'
import type { Catalogue, Translated } from '../../wording/catalogue.ts'
import type { Format } from '../../wording/format.ts'
import type { planWords } from '../../wording/plan.ts'
import { factText } from '../facts/fact-text.ts'
import type { useMeanwhileWords } from './words.ts'

interface Known {
  call: Call
  partners: readonly Partner[]
  format: Format
  words: ReturnType<typeof useMeanwhileWords>
  plan: Translated<typeof planWords.de>
  elements: Catalogue['elements']
  draft: Catalogue['draft']
}

type Value = MeanwhileFact['now']

const isStatus = (value: Value): value is SectionStatus => sectionStatuses.some((status) => status === value)

/** What a field is called and how its values read; null for one that nobody sees. */
export const factWords = (
  key: string,
  { call, partners, format, words, plan, elements, draft }: Known,
): { label: string; read: (value: Value) => string } | null => {
  const field = call.fields.find(({ id }) => id === key)
  const plain = (value: Value) => (value === null ? '' : String(value))
  const yesOrNo = (value: Value) => (value === true ? elements.yes : elements.no)
  if (field) {
    return { label: field.label, read: (value) => (value === null ? '' : factText(field, value, format, elements)) }
  }
  const [room, id, part] = key.split('/')
  if (room === 'section') {
    const title = call.sections.find((section) => section.id === id)?.title
    if (title === undefined) return null
    return part === 'status'
      ? { label: words.status(title), read: (value) => (isStatus(value) ? draft.status[value] : '') }
      : { label: words.done(title), read: yesOrNo }
  }
  if (room === 'plan') {
    const step = milestones.find((each) => each === id)
    if (step === undefined) return null
    const { title } = plan.steps[step]
    return part === 'done'
      ? { label: plan.doneOf(title), read: yesOrNo }
      : { label: plan.dayOf(title), read: (value) => (typeof value === 'string' ? format.shortDay(value) : '') }
  }
  const tick = tickTitle(call, partners, key)
  if (tick !== null) return { label: tick, read: yesOrNo }
  if (room !== 'partner') return null
  const name = partners.find((partner) => partner.id === id)?.name || words.partner
  if (part === 'name') return { label: words.partnerName, read: plain }
  if (part === 'lead') return { label: words.partnerLead(name), read: yesOrNo }
  const asked = call.partners.fields.find((each) => each.id === part)
  if (asked) {
    const read = (value: Value) => (value === null ? '' : factText(asked, value, format, elements))
    return { label: `${name}: ${asked.label}`, read }
  }
  if (part !== 'sector') return null
  const label = (value: Value) =>
    call.partners.sectors.find((sector) => sector.id === value)?.label ??
    (isSector(value) ? elements.sectors[value] : '')
  return { label: words.partnerSector(name), read: label }
}

/** What is ticked under this name, and by whom; null where it is no tick of this call. */
const tickTitle = (call: Call, partners: readonly Partner[], name: string): string | null => {
  const { declarations, attachments, checklist } = askedTicks(call, partners)
  const found = [...declarations, ...attachments, ...checklist].find(({ tick }) => tickName(tick) === name)
  if (!found) return null
  return found.partner === null ? found.title : `${found.partner.name}: ${found.title}`
}
