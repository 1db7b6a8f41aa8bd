import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleSlash from 'lucide-react/icons/circle-slash'
import Clock from 'lucide-react/icons/clock-3'
import FileDiff from 'lucide-react/icons/file-diff'
import type { LucideIcon } from 'lucide-react'
import type { Standing } from '../../domain/sign-off.ts'
import { agreementWords } from '../wording/agreement.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './agreement.module.css'

/** A standing as it is shown: a reservation has words of its own. */
export type Shown = 'agreed' | 'reserved' | 'lapsed' | 'open' | 'declined' | 'waiting'

const icons: Record<Shown, LucideIcon> = {
  agreed: CircleCheck,
  reserved: CircleCheck,
  lapsed: FileDiff,
  open: CircleDashed,
  declined: CircleSlash,
  waiting: Clock,
}

export const shownOf = (standing: Standing): Shown =>
  standing.name === 'agreed' && standing.act.kind === 'reserve' ? 'reserved' : standing.name

/** How an organisation stands, by a shape and in words. */
export const StandingMark = ({ shown }: { shown: Shown }) => {
  const words = useWordsOf(agreementWords).states
  const Icon = icons[shown]
  return (
    <p className={css.standing} data-standing={shown}>
      <Icon size={18} strokeWidth={1.75} />
      <span>{words[shown]}</span>
    </p>
  )
}

/** Something that waits to be transferred; amber says nothing else. */
export const Waiting = ({ children }: { children: string }) => (
  <p className={css.waiting}>
    <Clock size={16} strokeWidth={1.75} />
    <span>{children}</span>
  </p>
)
