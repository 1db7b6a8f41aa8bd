import type { ReactNode } from 'react'
import type { Sector } from '../../domain/sector.ts'
import { useWording } from '../wording/use-wording.ts'
import { classNames } from './class-names.ts'
import { unreachable } from './unreachable.ts'
import css from './sector.module.css'

/** Sets the custom property --sector for everything below. */
export const sectorClass = (sector: Sector | null): string | undefined => css[sector ?? 'unknown']

/** The shape alone, to be put into an SVG with a 12 × 12 view box. */
export const SectorShape = ({ sector }: { sector: Sector | null }) => {
  switch (sector) {
    case 'civil':
      return <circle cx="6" cy="6" r="5.25" />
    case 'administration':
      return <rect x="1.25" y="1.25" width="9.5" height="9.5" />
    case 'business':
      return <path d="M6 .8 11.9 11.2H.1Z" />
    case 'science':
      return <path d="M6-.2 12.2 6 6 12.2-.2 6Z" />
    case null:
      return <circle cx="6" cy="6" r="4.75" className={css.hollow} />
    default:
      return unreachable(sector)
  }
}

interface SectorMarkProps {
  /** Null while nobody named it: a dashed ring. */
  sector: Sector | null
  /** Pixels. */
  size?: number
  /** Says the sector's name aloud; leave it out where the name or organisation stands beside it. */
  named?: boolean
}

/** ● civil society, ■ administration, ▲ business, ◆ science: never colour alone. */
export const SectorMark = ({ sector, size = 10, named = false }: SectorMarkProps) => {
  const { elements } = useWording()
  const name = sector ? elements.sectors[sector] : elements.sectorUnknown
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      overflow="visible"
      className={classNames(css.mark, sectorClass(sector))}
      {...(named ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
    >
      <SectorShape sector={sector} />
    </svg>
  )
}

/** Shape and words on one line, such as an organisation with its sector's shape. */
export const SectorName = ({ sector, children }: { sector: Sector | null; children: ReactNode }) => (
  <span className={css.name}>
    <SectorMark sector={sector} />
    <span>{children}</span>
  </span>
)
