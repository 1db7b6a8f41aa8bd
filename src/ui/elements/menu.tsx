import { createContext, use, useId, useEffect, useRef, type ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'
import { Link } from 'wouter'
import { classNames } from './class-names.ts'
import css from './menu.module.css'

const MenuContext = createContext<{ id: string; close: () => void }>({ id: '', close: () => undefined })

interface MenuProps {
  label: string
  icon: LucideIcon
  /** Shows the label beside the sign where there is room for it. */
  labelled?: boolean
  children: ReactNode
}

/**
 * A button that opens a small panel below itself, at its right edge. The browser's popover closes it on Escape and on a
 * press elsewhere and returns the focus. Arrow keys go from item to item.
 */
export const Menu = ({ label, icon: Icon, labelled = false, children }: MenuProps) => {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)

  const place = () => {
    const edge = button.current?.getBoundingClientRect()
    const element = panel.current
    if (!edge || !element) return
    const right = Math.max(8, document.documentElement.clientWidth - edge.right)
    element.style.setProperty('--menu-top', `${Math.round(edge.bottom + 4)}px`)
    element.style.setProperty('--menu-right', `${Math.round(right)}px`)
  }

  useEffect(() => {
    const element = panel.current
    const move = (event: KeyboardEvent) => moveWithin(element, event)
    element?.addEventListener('keydown', move)
    return () => element?.removeEventListener('keydown', move)
  }, [])

  return (
    <>
      <button
        ref={button}
        type="button"
        className={classNames(css.trigger, labelled && css.labelled)}
        popoverTarget={id}
        title={labelled ? undefined : label}
        aria-label={label}
      >
        <Icon size={20} strokeWidth={1.75} />
        {labelled && <span className={css.label}>{label}</span>}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={css.panel}
        onBeforeToggle={(event) => {
          if (event.newState === 'open') place()
        }}
      >
        <MenuContext value={{ id, close: () => panel.current?.hidePopover() }}>{children}</MenuContext>
      </div>
    </>
  )
}

/** Arrow keys go from item to item. */
const moveWithin = (panel: HTMLElement | null, event: KeyboardEvent) => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  // Within a radio group the arrow keys choose; that is the browser's own business.
  if (!panel || step === 0 || (event.target instanceof HTMLInputElement && event.target.type === 'radio')) return
  const items = [...panel.querySelectorAll<HTMLElement>('button, a[href]')]
  const next = items[items.indexOf(document.activeElement as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

interface MenuItemProps {
  icon?: LucideIcon
  children: ReactNode
  onPress: () => void
}

/** Does something and closes the menu. */
export const MenuItem = ({ icon: Icon, children, onPress }: MenuItemProps) => {
  const { close } = use(MenuContext)
  return (
    <button
      type="button"
      className={css.item}
      onClick={() => {
        close()
        onPress()
      }}
    >
      {Icon && <Icon size={18} strokeWidth={1.75} />}
      <span>{children}</span>
    </button>
  )
}

/** Goes somewhere within the app. */
export const MenuLink = ({ icon: Icon, children, href }: Omit<MenuItemProps, 'onPress'> & { href: string }) => {
  const { close } = use(MenuContext)
  return (
    <Link href={href} className={css.item ?? ''} onClick={close}>
      {Icon && <Icon size={18} strokeWidth={1.75} />}
      <span>{children}</span>
    </Link>
  )
}

/** Items that belong together; a line divides them from the next. */
export const MenuGroup = ({ children }: { children: ReactNode }) => <div className={css.group}>{children}</div>

/** Room for something else than items, such as a choice; a line divides it from its neighbours. */
export const MenuPart = ({ children }: { children: ReactNode }) => <div className={css.part}>{children}</div>
