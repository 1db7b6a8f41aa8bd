import * as v from 'valibot'
import type { ImportPart } from '../domain/import-parts.ts'
import { lineKinds } from '../domain/line.ts'
import type { Desk } from './desk.ts'
import type { LiveDraft } from './live-draft.ts'

const mark = v.exactOptional(v.literal(true))
const lineSchema = v.object({
  kind: v.picklist(lineKinds),
  level: v.number(),
  runs: v.array(
    v.object({ text: v.string(), marks: v.object({ bold: mark, italic: mark, link: v.exactOptional(v.string()) }) }),
  ),
})
const partSchema: v.GenericSchema<unknown, ImportPart> = v.object({
  id: v.number(),
  heading: v.string(),
  lines: v.array(lineSchema),
  match: v.nullable(v.object({ sectionId: v.string(), by: v.picklist(['title', 'question', 'number', 'similar']) })),
})

/** Parts of imported texts that have no place in a draft yet. They stay with it on this device, and go nowhere else. */
export interface Aside {
  /** False where this device keeps nothing beyond the window. */
  keeps(): boolean
  list(): Promise<ImportPart[]>
  /** Keeps parts behind those that are there. Returns them in the same order, under ids that are theirs alone. */
  keep(parts: readonly ImportPart[]): Promise<ImportPart[]>
  remove(parts: readonly ImportPart[]): Promise<void>
}

export const openAside = ({ deviceStore, surroundings }: Desk, { draftId }: LiveDraft): Aside => {
  const list = async (): Promise<ImportPart[]> => readAside((await deviceStore.readDraft(draftId))?.aside)
  /** Another tab of this browser may keep something too: each change builds on what is stored. */
  const change = async (make: (parts: readonly ImportPart[]) => readonly ImportPart[]): Promise<void> => {
    const write = async () => deviceStore.changeDraft(draftId, { aside: make(await list()) })
    const { locks } = surroundings.device
    await (locks ? locks.request(`aside-${draftId}`, write) : write())
  }
  return {
    keeps: () => deviceStore.keeps,
    list,
    keep: async (parts) => {
      const kept = parts.map((part) => ({ ...part, id: newId() }))
      await change((before) => [...before, ...kept])
      return kept
    },
    remove: (parts) => {
      const ids = new Set(parts.map(({ id }) => id))
      return change((before) => before.filter(({ id }) => !ids.has(id)))
    },
  }
}

const newId = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0

const readAside = (stored: unknown): ImportPart[] =>
  Array.isArray(stored)
    ? stored.flatMap((each) => {
        const parsed = v.safeParse(partSchema, each)
        return parsed.success ? [parsed.output] : []
      })
    : []
