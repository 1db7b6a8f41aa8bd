import type { ReactNode } from 'react'
import History from 'lucide-react/icons/history'
import Clock from 'lucide-react/icons/clock-3'
import Lock from 'lucide-react/icons/lock'
import type { Progress } from '../../../domain/section-progress.ts'
import type { SectionStatus } from '../../../domain/section-work.ts'
import { classNames } from '../../elements/class-names.ts'
import { ProgressRing } from '../../elements/progress-ring.tsx'
import { useWording } from '../../wording/use-wording.ts'
import css from './rail-item.module.css'

interface RailItemProps {
  title: string
  progress: Progress
  /** How much of the limit is used, 0–1. */
  share?: number
  /** "378 von 2.000", "noch leer"; nothing when there is nothing to say. */
  words: string | null
  /** How far people say it is; null where the words say it already. */
  status?: SectionStatus | null
  /** Changes here that the server does not have; 0 hides the clock. */
  waiting: number
  /** Others changed something here that was not looked at yet. */
  isChanged: boolean
  /** It is left to the final editor. */
  isClosed?: boolean
  isCurrent: boolean
  /** A line divides it from those before it. */
  isApart?: boolean
  onPress: () => void
  /** Shapes of others who are here, and how much is said about it. */
  presence?: ReactNode
}

/** One place of the page: how far it is, who is there, what waits. */
export const RailItem = ({
  title,
  progress,
  share,
  words,
  status = null,
  waiting,
  isChanged,
  isClosed = false,
  isCurrent,
  isApart = false,
  onPress,
  presence,
}: RailItemProps) => {
  const { draft } = useWording()
  return (
    <li className={classNames(css.place, isApart && css.apart)}>
      <button
        type="button"
        className={classNames(css.item, isCurrent && css.current)}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={onPress}
      >
        <span className={css.ring}>
          <ProgressRing progress={progress} dotted={status === 'for-review'} {...(share !== undefined && { share })} />
        </span>
        <span className={css.title}>{title}</span>
        {presence}
        {(words !== null || waiting > 0 || isChanged || isClosed) && (
          <span className={css.words}>
            {words !== null && <span>{words}</span>}
            {status !== null && <span>{draft.status[status]}</span>}
            {isClosed && (
              <span className={css.changed}>
                <Lock size={14} strokeWidth={2} />
                {draft.closed}
              </span>
            )}
            {isChanged && (
              <span className={css.changed}>
                <History size={14} strokeWidth={2} />
                {draft.changed}
              </span>
            )}
            {waiting > 0 && (
              <span className={css.waiting} title={draft.waitingLong(waiting)}>
                <Clock size={14} strokeWidth={2} />
                {draft.waiting(waiting)}
              </span>
            )}
          </span>
        )}
      </button>
    </li>
  )
}
