import MessageSquarePlus from 'lucide-react/icons/message-square-plus'
import { useRef, useState, type KeyboardEvent } from 'react'
import { may } from '../../../domain/role.ts'
import { classNames } from '../../elements/class-names.ts'
import { IconButton } from '../../elements/icon-button.tsx'
import { isApple } from '../../elements/is-apple.ts'
import { useWording } from '../../wording/use-wording.ts'
import { useWidth } from '../frame/use-width.ts'
import { useScreen, useScreenView } from '../screen.ts'
import { useDraftView } from '../draft-context.ts'
import { SuggestingHint, SuggestingMode, useSuggestingPart } from './suggesting.tsx'
import { tools, type Tool } from './tools.ts'
import css from './toolbar.module.css'

/** Tools for the section last edited. One stop for the Tab key, arrow keys within, as toolbars are used. */
export const Toolbar = ({ className }: { className?: string | undefined }) => {
  const { draft } = useWording()
  const mayWrite = useDraftView((view) => view.mayWrite)
  const mayTalk = useDraftView(({ me }) => may(me.role, 'discuss'))
  const isRole = useDraftView(({ isOfNewerApp, frozen }) => !isOfNewerApp && frozen === null)
  // Whoever may only suggest has the same tools, for suggestions.
  const isCommenter = useDraftView(({ me }) => me.role === 'commenter')
  const maySuggest = useSuggestingPart() !== null && isRole && isCommenter
  // There the hint has a line of its own.
  const isPhone = useWidth() === 'phone'
  const bar = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)

  const move = (event: KeyboardEvent) => {
    const last = tools.length
    const next = {
      ArrowRight: stop === last ? 0 : stop + 1,
      ArrowLeft: stop === 0 ? last : stop - 1,
      Home: 0,
      End: last,
    }[event.key]
    if (next === undefined) return
    event.preventDefault()
    setStop(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }

  if (!mayWrite && !maySuggest) {
    // Where it is not the role, a note in the page says what it is.
    return (
      <div className={classNames(css.readOnly, className)}>
        {isRole && <p>{mayTalk ? draft.commentHint : draft.readOnlyHint}</p>}
        <CommentTool isStop />
      </div>
    )
  }
  return (
    <div className={classNames(css.bar, className)}>
      <div ref={bar} role="toolbar" aria-label={draft.tools.label} className={css.tools}>
        {tools.map((tool, index) => (
          <ToolButton
            key={tool.name}
            tool={tool}
            isStop={index === stop}
            onFocus={() => setStop(index)}
            onKeyDown={move}
          />
        ))}
        <CommentTool isStop={stop === tools.length} onFocus={() => setStop(tools.length)} onKeyDown={move} />
      </div>
      <SuggestingMode />
      {!isPhone && <SuggestingHint />}
    </div>
  )
}

/** Comments on what is selected, in whatever section; it needs no right to write. */
const CommentTool = ({ isStop, ...rest }: Pick<ToolButtonProps, 'isStop'> & Partial<ToolButtonProps>) => {
  const words = useWording().draft.tools
  const screen = useScreen()
  const mayTalk = useDraftView(({ me }) => may(me.role, 'discuss'))
  return (
    <IconButton
      {...rest}
      icon={MessageSquarePlus}
      label={words.comment}
      title={`${words.comment} (${words.keys([isApple() ? '⌘' : 'Ctrl', 'Alt', 'M'])})`}
      unavailable={!mayTalk}
      tabIndex={isStop ? 0 : -1}
      className={classNames(css.opensGroup)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => screen.view.setState({ saying: 'selection' })}
    />
  )
}

interface ToolButtonProps {
  tool: Tool
  /** Where Tab stops. */
  isStop: boolean
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

const ToolButton = ({ tool, isStop, onFocus, onKeyDown }: ToolButtonProps) => {
  const words = useWording().draft
  const screen = useScreen()
  const isHere = useScreenView(({ lastEdited }) => lastEdited !== null)
  const state = useScreenView(({ lastEdited, editors }) => (lastEdited === null ? undefined : editors[lastEdited]))
  const isPossible = isHere && state?.editable === true && (tool.isPossible?.(state) ?? true)
  const isOn = tool.isOn === undefined ? undefined : state !== undefined && tool.isOn(state)
  return (
    <IconButton
      icon={tool.icon}
      label={words.tools[tool.name]}
      title={
        isHere
          ? `${words.tools[tool.name]} (${words.tools.keys([isApple() ? '⌘' : 'Ctrl', ...tool.keys])})`
          : words.tools.needsSection
      }
      {...(isOn !== undefined && { pressed: isOn })}
      unavailable={!isPossible}
      tabIndex={isStop ? 0 : -1}
      className={classNames(tool.opensGroup && css.opensGroup)}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      // The text keeps its focus and selection, and the phone its keyboard.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        const { lastEdited } = screen.view.getState()
        const editor = lastEdited === null ? undefined : screen.editorOf(lastEdited)
        if (editor) tool.use(editor)
      }}
    />
  )
}
