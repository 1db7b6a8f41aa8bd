import { useWording } from '../wording/use-wording.ts'
import css from './quiet-wait.module.css'

/** Says that something is loading, but only when it takes noticeably long. */
export const QuietWait = ({ children }: { children?: string }) => {
  const { elements } = useWording()
  return (
    <div className={css.wait} role="status">
      <span>{children ?? elements.loading}</span>
    </div>
  )
}
