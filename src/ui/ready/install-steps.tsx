import type { ReactNode } from 'react'
import { installWords } from '../wording/install.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './install-steps.module.css'

/** How a site gets onto the home screen, in three drawings with words. */
export const InstallSteps = () => {
  const { steps } = useWordsOf(installWords)
  return (
    <ol className={css.steps}>
      <li>
        <Drawing>
          <path d="M28 22h40M28 30h40M28 38h26M18 84h60" />
          <g className={css.marked}>
            <circle cx="48" cy="95" r="14" />
            <path d="M48 99V86m-4.5 4.5L48 86l4.5 4.5M43 94h-3v10h16V94h-3" />
          </g>
        </Drawing>
        {steps.share}
      </li>
      <li>
        <Drawing>
          <path d="M28 20h40M28 28h30M18 42h60M28 54h24M28 96h30" />
          <g className={css.marked}>
            <rect x="22" y="64" width="52" height="22" rx="4" />
            <path d="M29 75h20M60 69h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2Zm4 3v6m-3-3h6" />
          </g>
        </Drawing>
        {steps.add}
      </li>
      <li>
        <Drawing>
          {icons.map(([x, y]) => (
            <rect key={`${x} ${y}`} x={x} y={y} width="18" height="18" rx="5" />
          ))}
          <g className={css.marked}>
            <rect x="51" y="49" width="20" height="20" rx="5.5" />
            <circle cx="58.5" cy="59" r="4.2" />
            <circle cx="63.5" cy="59" r="4.2" />
          </g>
        </Drawing>
        {steps.open}
      </li>
    </ol>
  )
}

const icons = [
  [26, 22],
  [52, 22],
  [26, 50],
  [26, 78],
  [52, 78],
] as const

/** A phone with something on it. */
const Drawing = ({ children }: { children: ReactNode }) => (
  <svg viewBox="0 0 96 120" aria-hidden="true">
    <rect className={css.phone} x="17" y="6" width="62" height="108" rx="11" />
    {children}
  </svg>
)
