import type { Assignee } from '../../domain/section-work.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { SectorMark } from '../elements/sector-mark.tsx'
import { useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { workWords } from '../wording/work.ts'
import css from './work.module.css'

/** How an assignee is called; null where the organisation is no longer in the application. */
export const useAssigneeName = (): ((assignee: Assignee) => string | null) => {
  const { byPerson } = useWordsOf(workWords).duty
  const { unnamed } = useWording().draft.partners
  const names = useDraftView(({ partners }) => new Map(partners.map(({ id, name }) => [id, name])))
  return ({ partnerId, person }) => {
    const name = names.get(partnerId)
    if (name === undefined) return null
    return person === '' ? name || unnamed : byPerson(person, name || unnamed)
  }
}

/** An organisation, or one person of it, with its shape. */
export const AssigneeName = ({ assignee }: { assignee: Assignee }) => {
  const sector = useDraftView(({ partners }) => partners.find(({ id }) => id === assignee.partnerId)?.sector ?? null)
  return (
    <span className={css.assignee}>
      <SectorMark sector={sector} />
      <span>{useAssigneeName()(assignee)}</span>
    </span>
  )
}
