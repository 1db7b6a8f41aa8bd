import type { KeyboardEvent } from 'react'
import { TeamMembers } from '../../team/team-members.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { useScreen, useScreenView } from '../screen.ts'
import { Unread } from '../talk-button.tsx'
import { Completeness } from './completeness.tsx'
import { DiscussionPanel } from './discussion.tsx'
import css from './side-panel.module.css'

const panels = ['discussion', 'team', 'check'] as const

/** The margin beside the sheet, one thing at a time: what is said, who is there, or what is still missing. */
export const SidePanel = () => {
  const { tabs } = useWording().draft
  const screen = useScreen()
  const shown = useScreenView(({ panel }) => panel)
  const show = (panel: (typeof panels)[number]) => screen.view.setState({ panel })
  /** The tabs are one stop for the Tab key; arrows go from one to the other. */
  const move = ({ key, currentTarget }: KeyboardEvent) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return
    const next = panels.indexOf(shown) + (key === 'ArrowRight' ? 1 : -1) + panels.length
    show(panels[next % panels.length] ?? shown)
    currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]')[next % panels.length]?.focus()
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
            {panel === 'discussion' && <Unread />}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-label={tabs[shown]} className={css.part}>
        {shown === 'discussion' ? (
          <DiscussionPanel />
        ) : shown === 'team' ? (
          <TeamMembers form="margin" />
        ) : (
          <Completeness />
        )}
      </div>
    </aside>
  )
}
