import { documentsOf, type DocumentId } from '../../src/domain/document-id.ts'
import { isDraftId, type DraftId } from '../../src/domain/draft-id.ts'
import { closeCode } from '../../src/protocol/messages.ts'
import type { Store } from '../store/open-store.ts'
import { compactContent } from '../sync/compact-content.ts'
import { collectLate } from '../sync/collect-late.ts'

/** Makes deleted things unreadable on this server's disk. Backups and other people's devices are out of its reach. */
export interface Erasure {
  /** Erases a draft with everything that hangs on it. False when there is none. */
  eraseDraft(draftId: string): Promise<boolean>
  /** Drops from every draft what people have deleted in it, and what its versions say. How many drafts. */
  eraseDeletedText(): Promise<number>
}

/** What must stand still while a draft's rows are rewritten. */
interface Traffic {
  empty(draftId: DraftId, code: number): Promise<() => void>
  whenTidied(): Promise<void>
  whenIdle(): Promise<void>
}

export const createErasure = ({ drafts, maintenance, record, versions }: Store, traffic: Traffic): Erasure => {
  /** Nobody is in the draft and nothing of it is under way to the disk while `work` runs. */
  const alone = async <T>(draftId: DraftId, code: number, work: () => Promise<T>): Promise<T> => {
    const reopen = await traffic.empty(draftId, code)
    try {
      await traffic.whenIdle()
      await traffic.whenTidied()
      return await work()
    } finally {
      reopen()
    }
  }

  /** Only a new snapshot from a collected document really lacks deleted text; see trust.md on the update log. */
  const compact = async (documentId: DocumentId): Promise<void> => {
    const { snapshot, updates } = await drafts.read(documentId)
    const last = updates.at(-1)
    if (!last) return
    const bytes = updates.map((update) => update.bytes)
    await drafts.replace(documentId, last.seq, compactContent(snapshot, bytes))
  }

  /** What came too late and waits for a decision may hold deleted text too. */
  const collectHeldBack = async (draftId: DraftId): Promise<void> => {
    const content = await drafts.read(draftId)
    for (const { id, bytes } of await record.listHeldBack(draftId, 0)) {
      await record.rewriteHeldBack(id, collectLate(content, bytes))
    }
  }

  return {
    eraseDraft: async (draftId) => {
      if (!isDraftId(draftId)) return false
      const erased = await alone(draftId, closeCode.absent, () => maintenance.eraseDraft(draftId, Date.now()))
      if (erased) await maintenance.vacuum()
      return erased
    },
    eraseDeletedText: async () => {
      const draftIds = await maintenance.listDrafts()
      // Their pages come back by themselves within seconds.
      for (const draftId of draftIds) {
        await alone(draftId, closeCode.goingAway, async () => {
          for (const documentId of documentsOf(draftId)) await compact(documentId)
        })
        await collectHeldBack(draftId)
        await versions.eraseContents(draftId)
        await record.note(draftId, { event: 'erased', actorId: null, at: Date.now() })
      }
      await maintenance.vacuum()
      return draftIds.length
    },
  }
}
