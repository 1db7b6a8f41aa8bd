/** What a list of sections shows: all, those this person's organisation has a part in, or those they have themselves. */
export const sectionFilters = ['all', 'ours', 'mine'] as const
export type SectionFilter = (typeof sectionFilters)[number]
