import type { Sector } from '../../domain/sector.ts'
import { useWording } from '../wording/use-wording.ts'
import { classNames } from './class-names.ts'
import { sectorClass, SectorShape } from './sector-mark.tsx'
import css from './avatar.module.css'

/** First letters of the first and the last word of a name, in the order written. */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  const first = (word: string | undefined) => (word ? (Array.from(word)[0] ?? '') : '')
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : '')).toLocaleUpperCase('de')
}

interface AvatarProps {
  name: string
  sector: Sector | null
  /** Pixels of the ring. */
  size?: 24 | 32 | 40
  /** False where the name stands beside it. */
  named?: boolean
}

/** Initials in a ring of the sector's colour, the sector's shape at the corner. */
export const Avatar = ({ name, sector, size = 32, named = false }: AvatarProps) => {
  const { elements } = useWording()
  const label = `${name}, ${sector ? elements.sectors[sector] : elements.sectorUnknown}`
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      overflow="visible"
      className={classNames(css.avatar, sectorClass(sector))}
      {...(named ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {named && <title>{label}</title>}
      <circle cx="16" cy="16" r="15" className={css.ring} />
      <text x="16" y="16" dy="0.35em" textAnchor="middle" className={css.initials}>
        {initials(name)}
      </text>
      <g transform="translate(23.5 23) scale(0.9)" className={css.shape}>
        <SectorShape sector={sector} />
      </g>
    </svg>
  )
}
