import type { KeyboardEvent } from 'react'
import { TeamMembers } from '../../team/team-members.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { useScreen, useScreenView } from '../screen.ts'
import { Completeness } from './completeness.tsx'
import css from './side-panel.module.css'

const panels = ['team', 'check'] as const

/** The margin beside the sheet, one thing at a time: who is there, or what is still missing. */
export const SidePanel = () => {
  const { tabs } = useWording().draft
  const screen = useScreen()
  const shown = useScreenView(({ panel }) => panel)
  const show = (panel: (typeof panels)[number]) => screen.view.setState({ panel })
  /** The tabs are one stop for the Tab key; arrows go from one to the other. */
  const move = ({ key, currentTarget }: KeyboardEvent) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return
    show(shown === 'team' ? 'check' : 'team')
    currentTarget.parentElement?.querySelector<HTMLElement>('[aria-selected="false"]')?.focus()
  }
  return (
    <aside className={css.panel} aria-label={tabs[shown]}>
      <div role="tablist" aria-label={tabs.label} className={css.tabs}>
        {panels.map((panel) => (
          <button
            key={panel}
            type="button"
            role="tab"
            aria-selected={panel === shown}
            tabIndex={panel === shown ? 0 : -1}
            className={css.title}
            onKeyDown={move}
            onClick={() => show(panel)}
          >
            {tabs[panel]}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-label={tabs[shown]} className={css.part}>
        {shown === 'team' ? <TeamMembers form="margin" /> : <Completeness />}
      </div>
    </aside>
  )
}
