import { useEffect, useId, useRef, type ReactNode } from 'react'
import X from 'lucide-react/icons/x'
import { IconButton } from '../../elements/icon-button.tsx'
import { useWording } from '../../wording/use-wording.ts'
import css from './side-panel.module.css'

interface BesideProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** Something that takes the margin beside the sheet for as long as somebody looks at it. */
export const Beside = ({ title, onClose, children }: BesideProps) => {
  const { elements } = useWording()
  const titleId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  // It came by a press; its beginning is where reading goes on.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <aside className={css.panel} aria-labelledby={titleId}>
      <div className={css.head}>
        <h2 ref={heading} id={titleId} tabIndex={-1} className={css.title}>
          {title}
        </h2>
        <IconButton icon={X} label={elements.close} onClick={onClose} />
      </div>
      {children}
    </aside>
  )
}
