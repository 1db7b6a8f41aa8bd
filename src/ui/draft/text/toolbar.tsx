import { useRef, useState, type KeyboardEvent } from 'react'
import { classNames } from '../../elements/class-names.ts'
import { IconButton } from '../../elements/icon-button.tsx'
import { useWording } from '../../wording/use-wording.ts'
import { useScreen, useScreenView } from '../screen.ts'
import { useDraftView } from '../draft-context.ts'
import { tools, type Tool } from './tools.ts'
import css from './toolbar.module.css'

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Tools for the section last edited. One stop for the Tab key, arrow keys within, as toolbars are used. */
export const Toolbar = ({ className }: { className?: string | undefined }) => {
  const { draft } = useWording()
  const mayWrite = useDraftView((view) => view.mayWrite)
  const isRole = useDraftView(({ isOfNewerApp, frozen }) => !isOfNewerApp && frozen === null)
  const bar = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)

  const move = (event: KeyboardEvent) => {
    const last = tools.length - 1
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

  if (!mayWrite) {
    // Where it is not the role, a note in the page says what it is.
    return <p className={classNames(css.readOnly, className)}>{isRole && draft.readOnlyHint}</p>
  }
  return (
    <div ref={bar} role="toolbar" aria-label={draft.tools.label} className={classNames(css.bar, className)}>
      {tools.map((tool, index) => (
        <ToolButton
          key={tool.name}
          tool={tool}
          isStop={index === stop}
          onFocus={() => setStop(index)}
          onKeyDown={move}
        />
      ))}
    </div>
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
