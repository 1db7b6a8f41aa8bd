import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DraftId } from '../domain/draft-id.ts'
import type { ReadFile } from '../import/read-file.ts'

/** What somebody begins a draft with: a file that was read, or another draft. */
export interface Brought {
  name: string
  read: ReadFile
  /** The draft it is meant for, once that was started. */
  draftId: DraftId | null
}

/** Carried from the page where it was chosen to the one where it is used; gone with the window. */
export type BroughtStore = StoreApi<{ brought: Brought | null }>

export const createBroughtStore = (): BroughtStore => createStore(() => ({ brought: null as Brought | null }))
