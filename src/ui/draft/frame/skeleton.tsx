import { useWording } from '../../wording/use-wording.ts'
import css from './skeleton.module.css'

/** The empty desk with its sheet in the place where the page will lie, so that nothing jumps. */
export const Skeleton = () => {
  const { draft } = useWording()
  return (
    <div className={css.desk}>
      <div className={css.bar} />
      <div className={css.sheet}>
        <output>{draft.opening}</output>
      </div>
    </div>
  )
}
