import { useEffect } from 'react'
import PencilLine from 'lucide-react/icons/pencil-line'
import { useStore } from 'zustand'
import { decorateSuggestions } from '../../editor/suggesting/draw-suggestions.ts'
import type { DraftSuggesting } from '../../state/suggesting/draft-suggesting.ts'
import { isSuggestedIn } from '../../state/suggesting/may-suggest.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { useScreen, useScreenView, type Screen } from '../draft/screen.ts'
import { useGoToThread } from '../discussion/go-to-thread.ts'
import { useFailedPart } from '../use-failed-part.ts'
import { suggestingWords } from '../wording/suggesting.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { StuckDialog } from './stuck-dialog.tsx'
import css from './suggesting.module.css'

/** Suggestions in the texts, for as long as the draft is on screen: drawn for everyone, kept and said for who types them. */
export const Suggestions = () => {
  const draft = useDraft()
  const screen = useScreen()
  const fail = useFailedPart(useScreenView(({ isSuggesting }) => isSuggesting))
  useEffect(() => {
    let isGone = false
    let stop = (): void => undefined
    const open = async () => {
      const part = await draft.suggesting()
      if (isGone) return
      screen.view.setState({ suggesting: { part } })
      // Editors are mounted anew on another fork.
      stop = part.view.subscribe((is, was) => {
        if (is.generation !== was.generation) screen.view.setState({ suggesting: { part } })
      })
    }
    open().catch(fail)
    return () => {
      isGone = true
      stop()
      screen.view.setState({ suggesting: null })
    }
  }, [draft, screen, fail])
  const part = useScreenView(({ suggesting }) => suggesting?.part ?? null)
  return part && <Known part={part} />
}

const Known = ({ part }: { part: DraftSuggesting }) => {
  const { view } = useDraft()
  const screen = useScreen()
  const stuck = useStore(part.view, (state) => state.stuck)
  useEffect(() => {
    const draw = () =>
      drawAll(part, screen, (id) => isSuggestedIn(view.getState(), screen.view.getState().isSuggesting, id))
    draw()
    const stops = [
      part.view.subscribe((is, was) => is.moved !== was.moved && draw()),
      part.discussion.view.subscribe((is, was) => is.threads !== was.threads && draw()),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [part, screen, view])
  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && part.say()
    document.addEventListener('visibilitychange', leave)
    return () => document.removeEventListener('visibilitychange', leave)
  }, [part])
  useModeKey()
  usePicking()
  return <StuckDialog stuck={stuck} onLetGo={(key) => part.letGo(key)} />
}

/** A press on the shape of a suggestion takes it in hand, beside the text. */
const usePicking = (): void => {
  const goTo = useGoToThread(useScreenView(({ talk }) => talk))
  useEffect(() => {
    const press = ({ target }: MouseEvent) => {
      const shape = target instanceof Element ? target.closest<HTMLElement>('.eb-whose') : null
      if (shape?.dataset['suggestion']) goTo(shape.dataset['suggestion'], 'card')
    }
    document.addEventListener('click', press)
    return () => document.removeEventListener('click', press)
  }, [goTo])
}

const drawAll = (part: DraftSuggesting, screen: Screen, inFork: (sectionId: string) => boolean): void => {
  for (const id of Object.keys(screen.view.getState().editors)) {
    screen.editorOf(id)?.draw('suggestions', decorateSuggestions(part.shown(id, inFork(id))))
  }
}

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Ctrl+Alt+S, or with ⌘; where AltGr writes a letter with it, it is that letter that is meant. */
const isModeKey = ({ code, key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  code === 'KeyS' && altKey && !shiftKey && (isApple() ? metaKey : ctrlKey && key.toLowerCase() === 's')

const useModeKey = (): void => {
  const screen = useScreen()
  const mayWrite = useDraftView((view) => view.mayWrite)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!mayWrite || !isModeKey(event)) return
      event.preventDefault()
      toggle(screen)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [mayWrite, screen])
}

/** The section that had the focus keeps it, at the same place as far as its text is the same. */
const toggle = (screen: Screen): void => {
  const { editing, isSuggesting } = screen.view.getState()
  const at = editing === null ? null : (screen.editorOf(editing)?.selection().to ?? null)
  screen.view.setState({ isSuggesting: !isSuggesting })
  if (editing === null || at === null) return
  requestAnimationFrame(() => screen.editorOf(editing)?.enterAt(at))
}

/** Writing or suggesting, beside the tools of the text. */
export const Mode = () => {
  const words = useWordsOf(suggestingWords).mode
  const screen = useScreen()
  const isOn = useScreenView(({ isSuggesting }) => isSuggesting)
  const isKnown = useScreenView(({ suggesting }) => suggesting !== null)
  const mayWrite = useDraftView((view) => view.mayWrite)
  const isCommenter = useDraftView(({ me }) => me.role === 'commenter')
  const lastEdited = useScreenView((view) => view.lastEdited)
  const isClosed = useDraftView(({ sections }) =>
    sections.some(({ section, whyNot }) => section.id === lastEdited && whyNot?.name === 'last-edit'),
  )
  if (!isKnown) return null
  if (!mayWrite) return isCommenter && <p className={css.hint}>{words.commenter}</p>
  const keys = isApple() ? '⌘+Alt+S' : 'Ctrl+Alt+S'
  return (
    <>
      <button
        type="button"
        className={css.mode}
        aria-pressed={isOn}
        title={words.title(keys)}
        // The text keeps its focus and selection, and the phone its keyboard.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => toggle(screen)}
      >
        <PencilLine size={18} strokeWidth={1.75} />
        <span>{words.name}</span>
      </button>
      {(isOn || isClosed) && <p className={css.hint}>{isOn ? words.on : words.closed}</p>}
    </>
  )
}
