import { useWording } from '../wording/use-wording.ts'
import css from './quiet-wait.module.css'

/** Says that something is loading, but only when it takes noticeably long. */
export const QuietWait = ({ children }: { children?: string }) => {
  const { elements } = useWording()
  return (
    <div className={css.wait}>
      <output>{children ?? elements.loading}</output>
    </div>
  )
}
