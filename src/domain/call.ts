import * as v from 'valibot'
import { isRealDay } from './iso-day.ts'
import { sectors } from './sector.ts'
import { isTimeZone } from './time-zone.ts'

/** How sure we are of a fact: from the programme itself, from one secondary page, or our own proposal. */
export const certainties = ['known', 'secondary', 'assumed'] as const
export type Certainty = (typeof certainties)[number]

const text = v.pipe(v.string(), v.trim(), v.minLength(1))
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,59}$/, 'an id is a–z, 0–9 and hyphens, starting with a letter'),
)
const fieldId = v.pipe(
  v.string(),
  v.regex(/^[a-z][A-Za-z0-9-]{0,39}(\.[a-z][A-Za-z0-9-]{0,39})?$/, 'a field id is one or two words joined by a dot'),
)
const day = v.pipe(v.string(), v.isoDate('a date is written YYYY-MM-DD'), v.check(isRealDay, 'there is no such day'))
const certainty = v.picklist(certainties)
const link = v.pipe(v.string(), v.url(), v.startsWith('https://'))
const positive = v.pipe(v.number(), v.integer(), v.minValue(1))

const windowSchema = v.pipe(
  v.object({
    opens: day,
    closes: day,
    timeOfDay: v.nullable(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written HH:MM'))),
    timeZone: v.pipe(text, v.check(isTimeZone, 'a time zone is written Europe/Berlin')),
    history: v.array(v.object({ closes: day, until: day })),
    certainty,
    remark: v.optional(text),
  }),
  v.check((window) => window.opens <= window.closes, 'opens must not be after closes'),
)

export const fieldKinds = ['text', 'choice', 'number', 'date', 'money', 'person', 'organisation', 'yes-no'] as const
export type FieldKind = (typeof fieldKinds)[number]

const fieldSchema = v.pipe(
  v.object({
    id: fieldId,
    label: text,
    kind: v.optional(v.picklist(fieldKinds), 'text'),
    choices: v.optional(v.array(text)),
    hint: v.optional(text),
    unit: v.optional(text),
    required: v.boolean(),
    min: v.optional(v.number()),
    max: v.optional(v.number()),
    /** What leaving min–max means: "warn" never blocks. */
    onViolation: v.optional(v.picklist(['warn', 'block']), 'warn'),
    /** What of a place in the municipal register goes here, where the operator has loaded one. */
    fromRegister: v.optional(
      v.picklist(['name', 'kind', 'state', 'population', 'population-date', 'source', 'area-code']),
    ),
    certainty,
    source: v.optional(text),
  }),
  v.check((field) => field.kind !== 'choice' || (field.choices?.length ?? 0) > 0, 'a choice needs "choices"'),
)
export type CallField = v.InferOutput<typeof fieldSchema>

/** The app's own words about an organisation, which no field of a call may take. */
const ownPartnerWords = ['name', 'sector', 'lead', 'role', 'declares']

const sectionSchema = v.object({
  id,
  title: text,
  question: text,
  maxCharacters: positive,
  /** What more characters mean: "warn" never blocks. */
  onViolation: v.optional(v.picklist(['warn', 'block']), 'block'),
  required: v.boolean(),
  certainty,
  source: v.optional(text),
})
export type CallSection = v.InferOutput<typeof sectionSchema>

const areUnique = (each: { id: string }[]): boolean => new Set(each.map(({ id: name }) => name)).size === each.length

/** A call for expressions of interest: everything the app knows about sections, fields, limits and dates. Data, never code. */
export const callSchema = v.pipe(
  v.object({
    id,
    programme: text,
    /** Short name for narrow places, "Engagierte Stadt 2023". */
    shortTitle: text,
    title: text,
    documentWord: text,
    host: v.optional(text),
    moreInformation: v.optional(link),
    window: windowSchema,
    /** The field whose value names the draft, usually the place. */
    titleField: fieldId,
    /** Fields shown at the head of the page, in this order. */
    headlineFields: v.pipe(v.array(fieldId), v.minLength(1), v.maxLength(3)),
    partners: v.object({
      minimum: positive,
      sectors: v.pipe(
        v.array(v.object({ id: v.picklist(sectors), label: text, required: v.boolean() })),
        v.minLength(1),
        v.check((each) => areUnique(each), 'a sector stands here twice'),
      ),
      /** What is asked about each organisation; nothing beyond its name and side where this is absent. */
      fields: v.optional(
        v.pipe(
          v.array(fieldSchema),
          v.check((each) => areUnique(each), 'a field id stands here twice'),
          v.check(
            (each) => each.every(({ id: name }) => !name.includes('.') && !ownPartnerWords.includes(name)),
            `a field of partners is one word, and none of ${ownPartnerWords.join(', ')}`,
          ),
        ),
        [],
      ),
      certainty,
    }),
    counting: v.object({
      unit: v.picklist(['characters']),
      spaces: v.boolean(),
      /** What one line break counts, 0–2. */
      lineBreak: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2)),
      certainty,
    }),
    fields: v.pipe(
      v.array(fieldSchema),
      v.minLength(1),
      v.check((each) => areUnique(each), 'a field id stands here twice'),
    ),
    sections: v.pipe(
      v.array(sectionSchema),
      v.minLength(1),
      v.check((each) => areUnique(each), 'a section id stands here twice'),
    ),
    declarations: v.array(
      v.object({
        id,
        title: text,
        perPartner: v.boolean(),
        link: v.optional(link),
        certainty,
        source: v.optional(text),
      }),
    ),
    attachments: v.array(v.object({ id, title: text, required: v.boolean(), certainty })),
    checklist: v.array(text),
    afterwards: v.array(v.object({ what: text, when: text, certainty })),
  }),
  v.forward(
    v.check((call) => call.fields.some((field) => field.id === call.titleField), 'names no field of this call'),
    ['titleField'],
  ),
  v.forward(
    v.check(
      (call) => call.headlineFields.every((each) => call.fields.some((field) => field.id === each)),
      'names no field of this call',
    ),
    ['headlineFields'],
  ),
)
export type Call = v.InferOutput<typeof callSchema>
export type CallSector = Call['partners']['sectors'][number]

export interface CallProblem {
  path: string
  reason: string
}

/** Reads a call from parsed JSON. All problems are named with their path, `sections.3.maxCharacters`. */
export const readCall = (json: unknown): { ok: true; call: Call } | { ok: false; problems: CallProblem[] } => {
  const parsed = v.safeParse(callSchema, json)
  if (parsed.success) return { ok: true, call: parsed.output }
  return {
    ok: false,
    problems: parsed.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '(whole file)', reason: issue.message })),
  }
}
