import { useId, type ButtonHTMLAttributes, type MouseEvent, type ReactNode, type Ref } from 'react'
import type { LucideIcon } from 'lucide-react'
import { Link } from 'wouter'
import { classNames } from './class-names.ts'
import css from './button.module.css'

/** One primary button per screen. `quiet` is petrol without an edge, `plain` is ink without an edge. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'plain' | 'danger'

interface Look {
  kind?: ButtonKind
  size?: 'normal' | 'large'
  /** As wide as what it stands in. */
  wide?: boolean
  icon?: LucideIcon
  children: ReactNode
}

interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'children'> {
  /** Why it cannot be pressed now. It stays focusable and the reason stands beneath it. */
  unavailable?: string | null | undefined
  /** Pressed already and not finished: a second press does nothing. */
  busy?: boolean
  ref?: Ref<HTMLButtonElement>
}

const look = ({ kind = 'secondary', size = 'normal', wide = false }: Omit<Look, 'children'>) =>
  classNames(css.button, css[kind], size === 'large' && css.large, wide && css.wide)

/** A button that looks the same everywhere; it is type="button" unless told otherwise. */
export const Button = ({ kind, size, wide, icon: Icon, unavailable, busy, children, ref, ...rest }: ButtonProps) => {
  const reasonId = useId()
  const blocked = Boolean(unavailable) || busy === true
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked) event.preventDefault()
    else rest.onClick?.(event)
  }
  const button = (
    <button
      type="button"
      {...rest}
      ref={ref}
      className={classNames(
        look({ ...(kind && { kind }), ...(size && { size }), wide: wide ?? false }),
        rest.className,
      )}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      aria-describedby={unavailable ? reasonId : rest['aria-describedby']}
      onClick={press}
    >
      {Icon && <Icon size={18} strokeWidth={1.75} />}
      <span>{children}</span>
    </button>
  )
  if (!unavailable) return button
  return (
    <span className={classNames(css.withReason, wide && css.wide)}>
      {button}
      <span id={reasonId} className={css.reason}>
        {unavailable}
      </span>
    </span>
  )
}

interface ButtonLinkProps extends Look {
  /** An address of this app. */
  href: string
  'aria-describedby'?: string
}

/** Goes somewhere within the app and looks like a button. */
export const ButtonLink = ({ href, kind, size, wide, icon: Icon, children, ...rest }: ButtonLinkProps) => (
  <Link
    href={href}
    className={look({ ...(kind && { kind }), ...(size && { size }), wide: wide ?? false }) ?? ''}
    {...rest}
  >
    {Icon && <Icon size={18} strokeWidth={1.75} />}
    <span>{children}</span>
  </Link>
)

/** A press that stands in running text and looks like a link. */
export const TextButton = ({ children, className, ...rest }: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'>) => (
  <button type="button" {...rest} className={classNames(css.text, className)}>
    {children}
  </button>
)
