import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import X from 'lucide-react/icons/x'
import { useWording } from '../wording/use-wording.ts'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import css from './dialog.module.css'

interface DialogProps {
  title: string
  /** 480, 640 or 984 px; on a phone every dialog is the whole page. */
  width?: 'narrow' | 'medium' | 'wide'
  /** Without it there is no way past what stands there. */
  onClose?: () => void
  children: ReactNode
  /** Buttons at the lower edge, the primary one last. */
  footer?: ReactNode
  /** False when the content brings its own spacing, for example in columns. */
  padded?: boolean
}

/**
 * A modal dialog for as long as it is rendered. Escape and the cross ask to close; the browser keeps the focus inside and
 * gives it back afterwards. It starts on the element marked `data-first-focus`, else on the title.
 */
export const Dialog = ({ title, width = 'narrow', onClose, children, footer, padded = true }: DialogProps) => {
  const { elements } = useWording()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    element.showModal()
    const start = element.querySelector<HTMLElement>('[data-first-focus]') ?? element.querySelector('h2')
    start?.focus()
    // Closing before the element goes is what makes the browser return the focus.
    return () => element.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      className={classNames(css.dialog, css[width])}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose?.()
      }}
      // Chromium closes on a second Escape whatever "cancel" answered.
      onClose={({ target, currentTarget }) => {
        if (target !== currentTarget || currentTarget.open || !currentTarget.isConnected) return
        if (onClose) onClose()
        else currentTarget.showModal()
      }}
    >
      <header className={css.header}>
        <h2 id={titleId} className={css.title} tabIndex={-1}>
          {title}
        </h2>
        {onClose && <IconButton icon={X} label={elements.close} onClick={onClose} />}
      </header>
      <div className={classNames(css.content, padded && css.padded)}>{children}</div>
      {footer && <footer className={css.footer}>{footer}</footer>}
    </dialog>
  )
}
