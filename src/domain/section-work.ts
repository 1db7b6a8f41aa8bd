import { isSameName, type Partner } from './partner.ts'
import type { SectionFilter } from './section-filter.ts'

/** How far people say a section is. `released` is what older apps know as done. */
export const sectionStatuses = ['open', 'in-progress', 'for-review', 'released'] as const
export type SectionStatus = (typeof sectionStatuses)[number]

export const duties = ['writes', 'reviews', 'releases'] as const
export type Duty = (typeof duties)[number]

/** An organisation that has a part in a section, or one person of it; then `person` is not empty. */
export interface Assignee {
  partnerId: string
  person: string
}

/** Someone as others know them. */
export interface Named {
  name: string
  organisation: string
}

/** A section is left to the final editor. `at` in ms since 1970, null where nobody can tell. */
export interface Closing {
  by: Named
  at: number | null
  /** Empty where none was given. */
  reason: string
}

/** What the team has said of one section. */
export interface SectionWork {
  /** Null while nobody said anything. */
  said: SectionStatus | null
  duties: Readonly<Record<Duty, readonly Assignee[]>>
  closing: Closing | null
}

export const noWork: SectionWork = { said: null, duties: { writes: [], reviews: [], releases: [] }, closing: null }

/** What was said, as far as it can be: nothing that is empty is reviewed or released. */
export const sectionStatus = (count: number, said: SectionStatus | null): SectionStatus => {
  if (count === 0) return said === 'in-progress' ? said : 'open'
  return said ?? 'in-progress'
}

/** Everything an organisation has to do. */
export const dutiesOf = (
  work: ReadonlyMap<string, SectionWork>,
  partnerId: string,
): { sectionId: string; duty: Duty; person: string }[] =>
  [...work].flatMap(([sectionId, { duties: given }]) =>
    duties.flatMap((duty) =>
      given[duty]
        .filter((assignee) => assignee.partnerId === partnerId)
        .map(({ person }) => ({ sectionId, duty, person })),
    ),
  )

/** Whether a section passes the filter. An organisation that has a duty as a whole has it for each of its people. */
export const isShown = (
  filter: SectionFilter,
  { duties: given }: Pick<SectionWork, 'duties'>,
  me: Named,
  partners: readonly Pick<Partner, 'id' | 'name'>[],
): boolean =>
  filter === 'all' ||
  duties
    .flatMap((duty) => given[duty])
    .some(({ partnerId, person }) => {
      const partner = partners.find(({ id }) => id === partnerId)
      if (!partner || !isSameName(partner.name, me.organisation)) return false
      return filter === 'ours' || person === '' || isSameName(person, me.name)
    })
