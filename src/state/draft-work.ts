import type * as Y from 'yjs'
import {
  assign,
  closeSections,
  openSections,
  setFinalEditor,
  setSectionStatus,
  unassign,
} from '../document/section-work.ts'
import { mayClose, mayOpen } from '../domain/last-edit.ts'
import { may } from '../domain/role.ts'
import type { Assignee, Duty, Named, SectionStatus } from '../domain/section-work.ts'
import type { DraftWatch } from './watch-draft.ts'

/** What the team says of its work on the sections. Each act does nothing where this person may not. */
export interface DraftWork {
  setStatus(sectionId: string, status: SectionStatus): void
  assign(sectionId: string, duty: Duty, assignee: Assignee): void
  unassign(sectionId: string, duty: Duty, assignee: Assignee): void
  /** Names who makes the last edit, null for nobody; for those who lead. */
  setFinalEditor(editor: Named | null): void
  /** Leaves sections to the final editor: to the one named, else to oneself. */
  close(sectionIds: readonly string[], reason: string): void
  open(sectionIds: readonly string[]): void
}

export const createDraftWork = (doc: Y.Doc, { view, readNow }: Pick<DraftWatch, 'view' | 'readNow'>): DraftWork => {
  const ifAllowed = (edit: () => void): void => {
    if (view.getState().mayWrite) edit()
    readNow()
  }
  return {
    setStatus: (sectionId, status) => ifAllowed(() => setSectionStatus(doc, sectionId, status)),
    assign: (sectionId, duty, assignee) => ifAllowed(() => assign(doc, sectionId, duty, assignee)),
    unassign: (sectionId, duty, assignee) => ifAllowed(() => unassign(doc, sectionId, duty, assignee)),
    setFinalEditor: (editor) =>
      ifAllowed(() => {
        if (may(view.getState().me.role, 'lead')) setFinalEditor(doc, editor)
      }),
    close: (sectionIds, reason) =>
      ifAllowed(() => {
        const { me, finalEditor } = view.getState()
        if (!mayClose(me, finalEditor)) return
        const by = { name: me.name, organisation: me.organisation }
        closeSections(doc, sectionIds, { by, at: Date.now(), reason: reason.trim() })
      }),
    open: (sectionIds) =>
      ifAllowed(() => {
        const { me, finalEditor, work } = view.getState()
        const openable = sectionIds.filter((id) => {
          const closing = work.get(id)?.closing
          return closing && mayOpen(me, closing, finalEditor)
        })
        openSections(doc, openable)
      }),
  }
}
