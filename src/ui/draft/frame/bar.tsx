import { useRef } from 'react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import ListTodo from 'lucide-react/icons/list-todo'
import MessagesSquare from 'lucide-react/icons/messages-square'
import UserPlus from 'lucide-react/icons/user-plus'
import Users from 'lucide-react/icons/users-round'
import { Link } from 'wouter'
import { may } from '../../../domain/role.ts'
import { Button } from '../../elements/button.tsx'
import { IconButton } from '../../elements/icon-button.tsx'
import { useArrivalFocus } from '../../elements/page-title.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { useScreen, useScreenView, withDiscussion } from '../screen.ts'
import { useDraftView } from '../draft-context.ts'
import { Unread } from '../talk-button.tsx'
import { BarMenu } from './bar-menu.tsx'
import { DraftStatus } from './draft-status.tsx'
import { PresentAvatars } from './present-avatars.tsx'
import { useDeadlineWords } from './use-deadline-words.ts'
import { useWidth } from './use-width.ts'
import css from './bar.module.css'

interface BarProps {
  /** Where there is no column for the list of sections, a button opens it. */
  list: { isOpen: boolean; toggle: () => void } | null
}

/** The head of the workspace on tablets and desktops. */
export const Bar = ({ list }: BarProps) => {
  const { draft } = useWording()
  const screen = useScreen()
  const mayInvite = useDraftView(({ me }) => may(me.role, 'invite'))
  return (
    <header className={css.bar}>
      <div className={css.name}>
        <Link href="/" className={css.back ?? ''} aria-label={draft.back} title={draft.back}>
          <ArrowLeft size={20} strokeWidth={1.75} />
        </Link>
        {list && (
          <IconButton
            icon={ListTodo}
            label={draft.showSections}
            aria-expanded={list.isOpen}
            aria-controls="abschnitte-liste"
            onClick={list.toggle}
          />
        )}
        <DraftName />
      </div>
      <div className={css.middle}>
        <div className={css.sheetWide}>
          {list === null && <DraftStatus form="bar" />}
          <PresentAvatars />
        </div>
      </div>
      <div className={css.acts}>
        <Button icon={mayInvite ? UserPlus : Users} onClick={() => screen.view.setState({ dialog: 'team' })}>
          {mayInvite ? draft.invite : draft.tabs.team}
        </Button>
        <TalkOpener />
        <BarMenu />
      </div>
    </header>
  )
}

/** Where the page has no margin for it, the discussion is opened from here. */
const TalkOpener = () => {
  const { tabs } = useWording().draft
  const screen = useScreen()
  const isWide = useWidth() === 'wide'
  const isShown = useScreenView(({ isDiscussionShown }) => isDiscussionShown)
  if (isWide) return null
  return (
    <span>
      <IconButton
        icon={MessagesSquare}
        label={tabs.discussion}
        aria-expanded={isShown}
        onClick={() => screen.view.setState({ ...withDiscussion, isDiscussionShown: !isShown })}
      />
      <Unread />
    </span>
  )
}

const DraftName = () => {
  const { draft } = useWording()
  const screen = useScreen()
  const title = useDraftView((view) => view.title) || draft.untitled
  const call = useDraftView((view) => view.call)
  const deadline = useDeadlineWords(call)
  const heading = useRef<HTMLHeadingElement>(null)
  useArrivalFocus(heading)
  return (
    <div className={css.words}>
      <h1 ref={heading} tabIndex={-1} className={css.title} title={title}>
        {title}
      </h1>
      <p className={css.call} title={`${call.shortTitle} · ${deadline}`}>
        {call.shortTitle}
        {deadline !== '' && ' · '}
        {deadline !== '' && (
          <button type="button" className={css.deadline} onClick={() => screen.view.setState({ dialog: 'plan' })}>
            {deadline}
          </button>
        )}
      </p>
    </div>
  )
}
