import { useCallback, useEffect } from 'react'
import PencilLine from 'lucide-react/icons/pencil-line'
import { takesTalk } from '../../domain/discussion-limits.ts'
import type { DraftSuggesting } from '../../state/suggesting/draft-suggesting.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { useScreen, useScreenView } from '../draft/screen.ts'
import { useShowSuggestions } from '../draft/suggestions-shown.ts'
import { isApple } from '../elements/is-apple.ts'
import { suggestingWords } from '../wording/suggesting.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useWhyFull } from './use-why-full.ts'
import css from './suggesting.module.css'

/** Ctrl+Alt+S, or with ⌘; where AltGr writes a letter with it, it is that letter that is meant. */
const isModeKey = ({ code, key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  code === 'KeyS' && altKey && !shiftKey && (isApple() ? metaKey : ctrlKey && key.toLowerCase() === 's')

export const useModeKey = (): void => {
  const toggle = useToggle()
  const mayWrite = useDraftView((view) => view.mayWrite)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!mayWrite || !isModeKey(event)) return
      event.preventDefault()
      toggle()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [mayWrite, toggle])
}

/**
 * The section that had the focus keeps it, at the same place as far as its text is the same. Where the discussion takes no
 * suggestion any more nobody begins one; it is told why.
 */
const useToggle = (): (() => void) => {
  const screen = useScreen()
  const show = useShowSuggestions()
  return useCallback(() => {
    const { editing, isSuggesting, isModeExplained, suggesting } = screen.view.getState()
    const room = suggesting?.part.discussion.view.getState().room
    if (!isSuggesting && room !== undefined && !takesTalk(room)) {
      screen.view.setState({ isModeExplained: !isModeExplained })
      return
    }
    const at = editing === null ? null : (screen.editorOf(editing)?.selection().to ?? null)
    if (!isSuggesting) show(true)
    screen.view.setState({ isSuggesting: !isSuggesting })
    if (editing === null || at === null) return
    requestAnimationFrame(() => screen.editorOf(editing)?.enterAt(at))
  }, [screen, show])
}

/** Writing or suggesting, beside the tools of the text. */
export const Mode = () => {
  const part = useScreenView(({ suggesting }) => suggesting?.part ?? null)
  const mayWrite = useDraftView((view) => view.mayWrite)
  return part && mayWrite && <Known part={part} />
}

const Known = ({ part }: { part: DraftSuggesting }) => {
  const words = useWordsOf(suggestingWords).mode
  const toggle = useToggle()
  const isOn = useScreenView(({ isSuggesting }) => isSuggesting)
  const whyFull = useWhyFull(part)
  return (
    <button
      type="button"
      className={css.mode}
      aria-pressed={isOn}
      aria-disabled={(whyFull !== null && !isOn) || undefined}
      title={whyFull ?? words.title(isApple() ? '⌘+Alt+S' : 'Ctrl+Alt+S')}
      // The text keeps its focus and selection, and the phone its keyboard.
      onMouseDown={(event) => event.preventDefault()}
      onClick={toggle}
    >
      <PencilLine size={18} strokeWidth={1.75} />
      <span>{words.name}</span>
    </button>
  )
}
