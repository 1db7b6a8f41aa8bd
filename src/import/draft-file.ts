import * as v from 'valibot'
import { isSafeLink } from '../document/lines.ts'
import { fieldKinds } from '../domain/call.ts'
import type { CarriedDraft } from '../domain/carried-draft.ts'
import { lineKinds, type Line } from '../domain/line.ts'
import { cleaned } from '../domain/line-writing.ts'
import { sectors } from '../domain/sector.ts'

const words = (max: number) => v.pipe(v.string(), v.maxLength(max), v.transform(cleaned))
const name = words(500)

const runSchema = v.object({
  text: words(100_000),
  marks: v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform(({ bold, italic, link }) => ({
      ...(bold === true && { bold: true as const }),
      ...(italic === true && { italic: true as const }),
      ...(isSafeLink(link) && { link }),
    })),
  ),
})

const lineSchema: v.GenericSchema<unknown, Line> = v.object({
  kind: v.picklist(lineKinds),
  level: v.picklist([1, 2, 3]),
  runs: v.pipe(v.array(runSchema), v.maxLength(10_000)),
})

const factSchema = v.object({
  id: name,
  label: name,
  kind: v.picklist(fieldKinds),
  unit: v.exactOptional(name),
  required: v.boolean(),
  value: v.nullable(v.union([words(10_000), v.pipe(v.number(), v.finite()), v.boolean()])),
})

/** `src/export/json.ts` writes it. Declarations stay behind, whatever the file says of them. */
const draftFileSchema = v.object({
  format: v.literal('einvernehmen-application'),
  version: v.literal(1),
  title: name,
  call: v.object({ id: name, programme: name, shortTitle: name, title: name, documentWord: name }),
  facts: v.pipe(v.array(factSchema), v.maxLength(500)),
  partners: v.pipe(
    v.array(
      v.object({
        id: name,
        name,
        sector: v.nullable(v.picklist(sectors)),
        sectorLabel: name,
        lead: v.boolean(),
        supports: v.boolean(),
        facts: v.pipe(v.array(factSchema), v.maxLength(100)),
      }),
    ),
    v.maxLength(200),
  ),
  sections: v.pipe(
    v.array(
      v.object({
        id: name,
        title: name,
        required: v.boolean(),
        maxCharacters: v.number(),
        lines: v.pipe(v.array(lineSchema), v.maxLength(50_000)),
      }),
    ),
    v.maxLength(200),
  ),
})

/** Whether a text says that it is a draft's data file at all. */
export const claimsToBeDraft = (text: string): boolean => /^\s*\{\s*"format":\s*"einvernehmen-application"/.test(text)

/** A whole draft from its data file; null where the file is not as this app writes it. */
export const readDraftFile = (text: string): CarriedDraft | null => {
  try {
    const parsed = v.safeParse(draftFileSchema, JSON.parse(text))
    if (!parsed.success) return null
    const { title, call, facts, partners, sections } = parsed.output
    return { title, call, facts, partners, sections }
  } catch {
    return null
  }
}
