import { classNames } from './class-names.ts'
import css from './status-glyph.module.css'

/** Tick has it, arrow goes, clock waits, dash no contact, cross refused or failed; null is not known yet. */
export type StatusMark = 'tick' | 'arrow' | 'clock' | 'dash' | 'cross' | null

const Mark = ({ mark, x }: { mark: StatusMark; x: number }) => {
  if (mark === null) return null
  return (
    <g transform={`translate(${x} 8)`} className={classNames(css.mark, css[mark])}>
      {mark === 'tick' && <path d="m-4 .4 2.9 2.9 5.2-5.8" />}
      {mark === 'arrow' && <path d="M0 4.6v-8.4M-3.7-.6 0-4.4 3.7-.6" />}
      {mark === 'clock' && (
        <>
          <circle r="4.9" className={css.thin} />
          <path d="M0-2.6V.3l1.9 1.1" className={css.thin} />
        </>
      )}
      {mark === 'dash' && <path d="M-3.8 0h7.6" />}
      {mark === 'cross' && <path d="m-3.6-3.6 7.2 7.2m0-7.2-7.2 7.2" />}
    </g>
  )
}

/** This device with its own mark. The sentence beside it says the same in words. */
export const DeviceGlyph = ({ mark }: { mark: StatusMark }) => (
  <svg width="31" height="16" viewBox="0 0 31 16" className={css.glyph} aria-hidden="true">
    <rect x="2.6" y="2" width="13.6" height="9.2" rx="1.6" />
    <path d="M.9 14h17" />
    <Mark mark={mark} x={25} />
  </svg>
)

/** The server with its own mark. */
export const ServerGlyph = ({ mark }: { mark: StatusMark }) => (
  <svg width="29" height="16" viewBox="0 0 29 16" className={css.glyph} aria-hidden="true">
    <rect x=".9" y=".9" width="14.2" height="6.1" rx="1.5" />
    <rect x=".9" y="9" width="14.2" height="6.1" rx="1.5" />
    <path d="M3.9 3.95h.01M3.9 12.05h.01" className={css.lamp} />
    <Mark mark={mark} x={23} />
  </svg>
)

/** Two facts, two glyphs. */
export const StatusGlyph = ({ device, server }: { device: StatusMark; server: StatusMark }) => (
  <span className={css.pair}>
    <DeviceGlyph mark={device} />
    <ServerGlyph mark={server} />
  </span>
)
