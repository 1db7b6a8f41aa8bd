import type { DraftId } from '../../src/domain/draft-id.ts'
import type { Store } from '../store/open-store.ts'

const dayMs = 86_400_000

/** The last notice comes so long before the end, however long nobody had written when the period was set. */
const lastNoticeDays = 7

/**
 * Before a draft is erased because nobody writes in it, it is announced so many days ahead; not in the first half of its
 * time, when nobody has been silent for long.
 */
const noticeDays = (draftLifeDays: number): number[] => [30, lastNoticeDays].filter((days) => days * 2 <= draftLifeDays)

/** When a draft will be erased if nobody writes in it, in ms since 1970; null while that is never or not yet to be said. */
export type FindDraftEnd = (draftId: DraftId, now: number) => Promise<number | null>

export const createDraftEnd =
  ({ maintenance, record }: Pick<Store, 'maintenance' | 'record'>, draftLifeDays: number | null): FindDraftEnd =>
  async (draftId, now) => {
    if (draftLifeDays === null) return null
    const since = await maintenance.lastWrittenAt(draftId)
    const noticedAt = (await record.notedAt(draftId, 'erasure-announced', String(lastNoticeDays), since)) ?? now
    const endsAt = Math.max(since + draftLifeDays * dayMs, noticedAt + lastNoticeDays * dayMs)
    return endsAt - now <= Math.max(...noticeDays(draftLifeDays)) * dayMs ? endsAt : null
  }

/** Writes each notice that is due into the trail of its draft, once. Which drafts hear of it now. */
export const announceEnds = async (
  { maintenance, record }: Pick<Store, 'maintenance' | 'record'>,
  draftLifeDays: number,
  now: number,
): Promise<DraftId[]> => {
  const announced: DraftId[] = []
  for (const days of noticeDays(draftLifeDays)) {
    for (const draftId of await maintenance.listDraftsIdleSince(now - (draftLifeDays - days) * dayMs)) {
      const since = await maintenance.lastWrittenAt(draftId)
      if ((await record.notedAt(draftId, 'erasure-announced', String(days), since)) !== null) continue
      await record.note(draftId, { event: 'erasure-announced', actorId: null, detail: String(days), at: now })
      announced.push(draftId)
    }
  }
  return announced
}
