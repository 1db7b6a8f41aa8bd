import type { Progress } from '../../domain/section-progress.ts'
import css from './segments.module.css'

/** One small bar per required section, in the call's order: empty, half, full. The words beside it say the same. */
export const Segments = ({ progress }: { progress: readonly Progress[] }) => (
  <div className={css.segments} aria-hidden="true">
    {progress.map((each, index) => (
      <span key={index} className={css[each]} />
    ))}
  </div>
)
