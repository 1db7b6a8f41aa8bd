import { factText, type Application, type ApplicationFact } from './application.ts'
import type { Call } from './call.ts'
import { countCharacters } from './character-count.ts'
import { plainText } from './line.ts'

/** One field of the sponsor's form, as it is filled in there. */
export interface FormField {
  id: string
  kind: 'fact' | 'partner' | 'section'
  /** The call's own word for it; for an organisation, its side. */
  label: string
  /** Exactly what is pasted and counted. Empty while nobody wrote it. */
  text: string
  required: boolean
  /** The organisation that leads. */
  isLead: boolean
  /** By the call's rule, where it limits the field. */
  count: { characters: number; limit: number } | null
}

/** Everything that goes into the sponsor's form, in the call's order. */
export const formFields = (
  { facts, partners, sections }: Application,
  counting: Call['counting'],
  words: { yes: string; no: string },
): FormField[] => [
  ...facts.map((fact) => factField(fact, `fact/${fact.id}`, 'fact', fact.label, words)),
  ...partners.flatMap(({ id, name, sectorLabel, lead, facts: about }): FormField[] => [
    {
      id: `partner/${id}`,
      kind: 'partner',
      label: sectorLabel,
      text: name.trim(),
      required: true,
      isLead: lead,
      count: null,
    },
    ...about.map((fact) =>
      factField(fact, `partner/${id}/${fact.id}`, 'partner', `${name.trim()}: ${fact.label}`, words),
    ),
  ]),
  ...sections.map(({ id, title, required, maxCharacters, lines }): FormField => {
    const text = plainText(lines)
    const count = { characters: countCharacters(text, counting), limit: maxCharacters }
    return { id: `section/${id}`, kind: 'section', label: title, text, required, isLead: false, count }
  }),
]

const factField = (
  fact: ApplicationFact,
  id: string,
  kind: FormField['kind'],
  label: string,
  words: { yes: string; no: string },
): FormField => {
  // Forms take bare numbers: a dot for thousands would be read as a decimal point, and the unit is printed beside.
  const text =
    typeof fact.value === 'number'
      ? fact.value.toLocaleString('de-DE', { useGrouping: false, maximumFractionDigits: 20 })
      : factText(fact, words).trim()
  return { id, kind, label, text, required: fact.required, isLead: false, count: null }
}
