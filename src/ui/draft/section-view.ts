import { duties } from '../../domain/section-work.ts'
import type { DraftView, SectionView } from '../../state/draft-view.ts'
import { useDraftView } from './draft-context.ts'

const sectionIn = (view: DraftView, sectionId: string): SectionView | undefined =>
  view.sections.find(({ section }) => section.id === sectionId)

/** One property of one section; draws again only when that property changes. */
export const useSectionPart = <K extends keyof SectionView>(sectionId: string, part: K): SectionView[K] | undefined =>
  useDraftView((view) => sectionIn(view, sectionId)?.[part])

/** Whether anybody has been given a duty in a section. */
export const useIsDistributed = (): boolean =>
  useDraftView(({ work }) => [...work.values()].some((each) => duties.some((duty) => each.duties[duty].length > 0)))
