import type { Sector } from '../../domain/sector.ts'
import { sectorClass, SectorShape } from '../elements/sector-mark.tsx'
import css from './sheets-drawing.module.css'

/** Lines of writing, each paragraph ending where one of the four sides has its caret. */
const paragraphs: readonly { y: number; lines: readonly number[]; sector: Sector }[] = [
  { y: 70, lines: [192, 180, 132], sector: 'civil' },
  { y: 154, lines: [192, 150], sector: 'administration' },
  { y: 222, lines: [186, 192, 96], sector: 'business' },
  { y: 306, lines: [140], sector: 'science' },
]

/** Two sheets, one text, four hands. Decoration. */
export const SheetsDrawing = () => (
  <svg viewBox="0 0 288 372" width="288" height="372" className={css.drawing} aria-hidden="true">
    <rect x="34" y="4" width="248" height="350" rx="4" transform="rotate(2.8 158 180)" className={css.under} />
    <rect x="2" y="6" width="256" height="360" rx="4" className={css.sheet} />
    <rect x="34" y="42" width="120" height="12" rx="1.5" className={css.heading} />
    {paragraphs.map(({ y, lines, sector }) => {
      const end = 34 + (lines.at(-1) ?? 0)
      const bottom = y + lines.length * 16 - 13
      return (
        <g key={sector}>
          {lines.map((width, index) => (
            <rect key={index} x="34" y={y + index * 16} width={width} height="6" rx="3" className={css.line} />
          ))}
          <g className={sectorClass(sector)}>
            <path d={`M${end + 4} ${bottom - 11}v22`} className={css.caret} />
            <g transform={`translate(${end + 11} ${bottom - 7.5}) scale(1.2)`} className={css.shape}>
              <SectorShape sector={sector} />
            </g>
          </g>
        </g>
      )
    })}
  </svg>
)
