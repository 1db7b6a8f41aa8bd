import MessageSquare from 'lucide-react/icons/message-square'
import MessageSquarePlus from 'lucide-react/icons/message-square-plus'
import type { Subject } from '../../domain/discussion-entry.ts'
import { may } from '../../domain/role.ts'
import { classNames } from '../elements/class-names.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { useWording } from '../wording/use-wording.ts'
import { useDraftView } from './draft-context.ts'
import { useScreen } from './screen.ts'
import { useTalkView } from './talk-view.ts'
import css from './talk-button.module.css'

/** Says something about a section or a field, or about the words that are selected. */
export const TalkButton = ({ about, name }: { about: Extract<Subject, { on: 'section' | 'field' }>; name: string }) => {
  const { talk } = useWording().draft
  const screen = useScreen()
  const mayTalk = useDraftView(({ me }) => may(me.role, 'discuss'))
  if (!mayTalk) return null
  return (
    <IconButton
      icon={MessageSquarePlus}
      label={talk.on(name)}
      className={about.on === 'field' ? css.ofField : css.say}
      onClick={() => screen.view.setState({ saying: about })}
    />
  )
}

/** How many threads are open at a place; nothing where none is. */
export const OpenThreads = ({ place }: { place: string }) => {
  const { talk } = useWording().draft
  const count = useTalkView(({ open }) => open.get(place) ?? 0)
  if (count === 0) return null
  return (
    <span className={css.open} title={talk.open(count)}>
      <MessageSquare size={14} strokeWidth={2} />
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{talk.open(count)}</span>
    </span>
  )
}

/** How much of what was said is not read yet; nothing where everything is. */
export const Unread = ({ className }: { className?: string | undefined }) => {
  const { talk } = useWording().draft
  const count = useTalkView(({ unread }) => unread)
  if (count === 0) return null
  return (
    <span className={classNames(css.unread, className)}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{talk.unread(count)}</span>
    </span>
  )
}
