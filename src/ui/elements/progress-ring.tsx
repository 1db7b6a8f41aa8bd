import type { Progress } from '../../domain/section-progress.ts'
import { useWording } from '../wording/use-wording.ts'
import { classNames } from './class-names.ts'
import css from './progress-ring.module.css'

interface ProgressRingProps {
  progress: Progress
  /** How much of the ring a begun one draws, 0–1; for a section its count against the limit. */
  share?: number
  /** A dot within: somebody is asked to look. */
  dotted?: boolean
  /** Pixels. */
  size?: number
  /** False where "leer", "begonnen" or "fertig" stands beside it. */
  named?: boolean
}

const circumference = 2 * Math.PI * 8

/** Dashed while empty, an arc once begun, a filled tick when done. */
export const ProgressRing = ({ progress, share = 0.4, dotted = false, size = 20, named = true }: ProgressRingProps) => {
  const { elements } = useWording()
  const arc = Math.min(0.92, Math.max(0.08, share)) * circumference
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      className={classNames(css.ring, css[progress])}
      {...(named ? { role: 'img', 'aria-label': elements.progress[progress] } : { 'aria-hidden': true })}
    >
      {progress === 'empty' && <circle cx="10" cy="10" r="8.5" className={css.dashes} />}
      {progress === 'begun' && (
        <>
          <circle cx="10" cy="10" r="8" className={css.track} />
          <circle
            cx="10"
            cy="10"
            r="8"
            className={css.arc}
            strokeDasharray={`${arc} ${circumference}`}
            transform="rotate(-90 10 10)"
          />
        </>
      )}
      {dotted && progress !== 'done' && <circle cx="10" cy="10" r="3" className={css.disc} />}
      {progress === 'done' && (
        <>
          <circle cx="10" cy="10" r="9.5" className={css.disc} />
          <path d="m5.9 10.3 2.8 2.8 5.4-5.8" className={css.tick} />
        </>
      )}
    </svg>
  )
}
