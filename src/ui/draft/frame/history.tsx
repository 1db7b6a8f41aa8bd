import { Suspense } from 'react'
import { createPart } from '../../part.tsx'
import { useScreenView } from '../screen.ts'

// Looked at now and then, so it does not stand in the way of the first page.
const Marks = createPart(() => import('../history/author-marks.tsx').then((module) => module.AuthorMarks))
const Panel = createPart(() => import('../history/history-panel.tsx').then((module) => module.HistoryPanel))

export const useHistoryShown = (): boolean => useScreenView(({ isHistoryShown }) => isHistoryShown)

/** The versions of the draft. */
export const History = () => <Suspense>{<Panel />}</Suspense>

/** Who wrote what, in the text, where somebody asked for it. */
export const AuthorMarks = () => useScreenView(({ showsAuthors }) => showsAuthors) && <Suspense>{<Marks />}</Suspense>
