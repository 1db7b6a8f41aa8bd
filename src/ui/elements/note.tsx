import type { ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names.ts'
import css from './note.module.css'

interface NoteProps {
  icon: LucideIcon
  children: ReactNode
  /** `aside` is smaller and paler; `wash` lies on the petrol wash. Neither means danger: red is for data alone. */
  kind?: 'plain' | 'aside' | 'wash'
  /** Announced when it appears, politely. */
  live?: boolean
}

/** A quiet sentence with a sign before it. */
export const Note = ({ icon: Icon, children, kind = 'plain', live = false }: NoteProps) => (
  <div className={classNames(css.note, css[kind])} {...(live && { 'aria-live': 'polite' as const })}>
    <Icon size={18} strokeWidth={1.75} />
    <div>{children}</div>
  </div>
)
