import { Fragment } from 'react'
import ChevronDown from 'lucide-react/icons/chevron-down'
import ClipboardCheck from 'lucide-react/icons/clipboard-check'
import FileText from 'lucide-react/icons/file-text'
import ListChecks from 'lucide-react/icons/list-checks'
import MessagesSquare from 'lucide-react/icons/messages-square'
import Users from 'lucide-react/icons/users-round'
import { IconButton } from '../../elements/icon-button.tsx'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { phoneTabs, useScreen, useScreenView, withDiscussion } from '../screen.ts'
import { useSectionPart } from '../section-view.ts'
import { useDraftView } from '../draft-context.ts'
import { Unread } from '../talk-button.tsx'
import { SuggestingHint } from '../text/suggesting.tsx'
import { Toolbar } from '../text/toolbar.tsx'
import css from './phone.module.css'

const icons = { text: FileText, sections: ListChecks, check: ClipboardCheck, team: Users }

/** The phone's lower edge: the three views, or the tools while a text has the focus. */
export const PhoneBottom = () => {
  const editing = useScreenView((screen) => screen.editing)
  return editing === null ? <Tabs /> : <WritingTools sectionId={editing} />
}

const Tabs = () => {
  const { draft } = useWording()
  const screen = useScreen()
  const current = useScreenView(({ tab }) => tab)
  const isTalking = useScreenView(({ isDiscussionShown }) => isDiscussionShown)
  return (
    <nav className={css.tabs} aria-label={draft.tabs.label}>
      {phoneTabs.map((tab) => {
        const Icon = icons[tab]
        return (
          <Fragment key={tab}>
            {tab === 'check' && <TalkTab />}
            <button
              type="button"
              className={css.tab}
              aria-current={tab === current && !isTalking ? 'page' : undefined}
              onClick={() => {
                screen.view.setState({ tab, isDiscussionShown: false })
                window.scrollTo(0, 0)
              }}
            >
              <Icon size={22} strokeWidth={1.75} />
              <span>{draft.tabs[tab]}</span>
            </button>
          </Fragment>
        )
      })}
    </nav>
  )
}

/** What is said lies over the text, which stays where it is. */
const TalkTab = () => {
  const { tabs } = useWording().draft
  const screen = useScreen()
  const isShown = useScreenView(({ isDiscussionShown }) => isDiscussionShown)
  return (
    <button
      type="button"
      className={css.tab}
      aria-current={isShown ? 'page' : undefined}
      onClick={() => screen.view.setState({ ...withDiscussion, tab: 'text', isDiscussionShown: !isShown })}
    >
      <MessagesSquare size={22} strokeWidth={1.75} />
      <span>
        {tabs.discussion}
        <Unread className={css.count} />
      </span>
    </button>
  )
}

const WritingTools = ({ sectionId }: { sectionId: string }) => {
  const { draft } = useWording()
  return (
    <section className={css.tools} aria-label={draft.tools.label}>
      <SuggestingHint />
      <div className={css.row}>
        <Toolbar className={css.toolbar} />
        <CharactersLeft sectionId={sectionId} />
        <IconButton
          icon={ChevronDown}
          label={draft.tools.closeKeyboard}
          onClick={() => {
            if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
          }}
        />
      </div>
    </section>
  )
}

const CharactersLeft = ({ sectionId }: { sectionId: string }) => {
  const { draft } = useWording()
  const format = useFormat()
  const count = useSectionPart(sectionId, 'count') ?? 0
  const limit = useDraftView(({ call }) => call.sections.find(({ id }) => id === sectionId)?.maxCharacters ?? 0)
  // The count of the section says it to assistive technology.
  return (
    <span className={css.left} data-over={count > limit} aria-hidden="true">
      {count > limit
        ? draft.meter.overShort(format.number(count - limit))
        : draft.meter.freeShort(format.number(limit - count))}
    </span>
  )
}
