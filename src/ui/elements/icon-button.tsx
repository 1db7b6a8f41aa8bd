import type { ButtonHTMLAttributes, Ref } from 'react'
import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names.ts'
import css from './icon-button.module.css'

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'children'> {
  icon: LucideIcon
  /** What it does; also shown as its tooltip. Name the keys there: "Fett (Strg+B)". */
  label: string
  /** For what is on or off, such as bold. */
  pressed?: boolean
  unavailable?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** A button that is only a sign: 32 px with a mouse, 44 px under a finger. */
export const IconButton = ({ icon: Icon, label, pressed, unavailable, className, ref, ...rest }: IconButtonProps) => (
  <button
    type="button"
    title={label}
    {...rest}
    ref={ref}
    className={classNames(css.button, className)}
    aria-label={label}
    aria-pressed={pressed}
    aria-disabled={unavailable || undefined}
    onClick={(event) => {
      if (!unavailable) rest.onClick?.(event)
    }}
  >
    <Icon size={20} strokeWidth={1.75} />
  </button>
)
