import { factText, type Application, type ApplicationFact, type ApplicationPartner } from './application.ts'
import { sectionFingerprint } from './fingerprint.ts'
import { plainText } from './line.ts'
import { compareWordings } from './wording-changes.ts'

/** One thing of an application that reads otherwise. */
export interface ApplicationChange {
  kind: 'fact' | 'partner' | 'declaration' | 'section'
  id: string
  title: string
  /** Empty where nothing stood or stands; `formats`: the same words, set otherwise. */
  places: readonly ({ before: string; after: string } | 'formats')[]
}

/** Words that an application does not bring along. */
export interface ChangeWords {
  yes: string
  no: string
  lead: string
  supports: string
  unnamed: string
  all: string
}

/** Everything that reads otherwise in two applications for one call, in the order of a page. */
export const applicationChanges = (
  before: Application,
  after: Application,
  words: ChangeWords,
): readonly ApplicationChange[] => {
  const names = new Map([...before.partners, ...after.partners].map(({ id, name }) => [id, name.trim()]))
  // By today's names and in one order: neither a new name nor who leads declares anything.
  const sayDeclared = ({ perPartner, isMade, by }: Application['declarations'][number]) => {
    if (!perPartner) return isMade ? words.all : ''
    return [...by]
      .sort()
      .map((id) => names.get(id) || id)
      .join(', ')
  }
  const sayFact = (fact: ApplicationFact) => factText(fact, words)
  const sayPartner = (partner: ApplicationPartner) => partnerText(partner, words)
  return [
    ...pairs(before.facts, after.facts).flatMap((pair) => change('fact', pair, ({ label }) => label, sayFact)),
    ...pairs(before.partners, after.partners).flatMap((pair) =>
      change('partner', pair, ({ name }) => name.trim() || words.unnamed, sayPartner),
    ),
    ...pairs(before.declarations, after.declarations).flatMap((pair) =>
      change('declaration', pair, ({ title }) => title, sayDeclared),
    ),
    ...pairs(before.sections, after.sections).flatMap((pair) => sectionChange(after.call, pair)),
  ]
}

/** Empty without a name: such an organisation is in no document. */
const partnerText = ({ name, sector, sectorLabel, lead, supports, facts }: ApplicationPartner, words: ChangeWords) =>
  name.trim() === ''
    ? ''
    : [
        name,
        sectorLabel || (sector ?? ''),
        lead ? words.lead : '',
        supports ? words.supports : '',
        ...facts.flatMap((fact) => (fact.value === null ? [] : [`${fact.label}: ${factText(fact, words)}`])),
      ]
        .filter((part) => part !== '')
        .join(' · ')

interface Pair<T> {
  was: T | null
  is: T | null
}

/** What stands on both sides under one id, in the order of today; what is gone comes last. */
const pairs = <T extends { id: string }>(before: readonly T[], after: readonly T[]): Pair<T>[] => [
  ...after.map((is) => ({ was: before.find(({ id }) => id === is.id) ?? null, is })),
  ...before.filter(({ id }) => !after.some((is) => is.id === id)).map((was) => ({ was, is: null })),
]

const change = <T extends { id: string }>(
  kind: ApplicationChange['kind'],
  { was, is }: Pair<T>,
  titleOf: (each: T) => string,
  say: (each: T) => string,
): ApplicationChange[] => {
  const one = is ?? was
  const [before, after] = [was ? say(was) : '', is ? say(is) : '']
  if (!one || before === after) return []
  return [{ kind, id: one.id, title: titleOf(one), places: [{ before, after }] }]
}

const sectionChange = (
  call: Application['call'],
  { was, is }: Pair<Application['sections'][number]>,
): ApplicationChange[] => {
  const one = is ?? was
  if (!one) return []
  const [before, after] = [plainText(was?.lines ?? []), plainText(is?.lines ?? [])]
  const changed = compareWordings({ base: before, mine: before, theirs: after, now: after })
  const section = { kind: 'section', id: one.id, title: one.title } as const
  if (changed.length > 0)
    return [{ ...section, places: changed.map((each) => ({ before: each.before, after: each.theirs })) }]
  // The same sentences, but set otherwise: marks, lists, blank lines.
  const [markBefore, markAfter] = [was, is].map((each) => sectionFingerprint(call, each ?? { id: one.id, lines: [] }))
  return markBefore === markAfter ? [] : [{ ...section, places: ['formats'] }]
}
