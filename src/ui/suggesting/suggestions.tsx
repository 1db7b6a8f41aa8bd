import { useCallback, useEffect } from 'react'
import { useStore } from 'zustand'
import { takesTalk } from '../../domain/discussion-limits.ts'
import { decorateSuggestions } from '../../editor/suggesting/draw-suggestions.ts'
import type { OpenDraft } from '../../state/opened-draft.ts'
import type { DraftSuggesting } from '../../state/suggesting/draft-suggesting.ts'
import { isSuggestedIn } from '../../state/suggesting/may-suggest.ts'
import { useDraft } from '../draft/draft-context.ts'
import { useScreen, useScreenView, type Screen } from '../draft/screen.ts'
import { useLaterPart } from '../draft/use-later-part.ts'
import { useSuggestionsShown } from '../draft/suggestions-shown.ts'
import { useGoToThread } from '../discussion/go-to-thread.ts'
import { useModeKey } from './mode.tsx'
import { StuckDialog } from './stuck-dialog.tsx'

/** Suggestions in the texts, for as long as the draft is on screen: drawn for everyone, kept and said for who types them. */
export const Suggestions = () => {
  const screen = useScreen()
  const show = useCallback(
    (opened: DraftSuggesting) => {
      const place = () => screen.view.setState({ suggesting: { part: opened } })
      place()
      // Editors are mounted anew on another fork.
      const stop = opened.view.subscribe((is, was) => is.generation !== was.generation && place())
      return () => {
        stop()
        screen.view.setState({ suggesting: null })
      }
    },
    [screen],
  )
  useLaterPart(
    openSuggesting,
    show,
    useScreenView(({ isSuggesting }) => isSuggesting),
  )
  const part = useScreenView(({ suggesting }) => suggesting?.part ?? null)
  return part && <Known part={part} />
}

const openSuggesting = (draft: OpenDraft) => draft.suggesting()

const Known = ({ part }: { part: DraftSuggesting }) => {
  const { view } = useDraft()
  const screen = useScreen()
  const stuck = useStore(part.view, (state) => state.stuck)
  const why = useStore(part.discussion.view, ({ mayDiscuss, room }) =>
    !mayDiscuss ? 'notAllowed' : takesTalk(room) ? 'tooLong' : 'full',
  )
  const areShown = useSuggestionsShown()
  useEffect(() => {
    const draw = () => {
      const shown = { isChosen: screen.view.getState().isSuggesting, areShown }
      drawAll(part, screen, areShown, (id) => isSuggestedIn(view.getState(), shown, id))
    }
    draw()
    const stops = [
      part.view.subscribe((is, was) => is.moved !== was.moved && draw()),
      part.discussion.view.subscribe((is, was) => is.threads !== was.threads && draw()),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [part, screen, view, areShown])
  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && part.say()
    document.addEventListener('visibilitychange', leave)
    return () => document.removeEventListener('visibilitychange', leave)
  }, [part])
  useModeKey()
  usePicking()
  return <StuckDialog stuck={stuck} why={why} onLetGo={(key) => part.letGo(key)} />
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

const drawAll = (
  part: DraftSuggesting,
  screen: Screen,
  areShown: boolean,
  inFork: (sectionId: string) => boolean,
): void => {
  for (const id of Object.keys(screen.view.getState().editors)) {
    const shown = areShown ? part.shown(id, inFork(id)) : []
    screen.editorOf(id)?.draw('suggestions', decorateSuggestions(shown))
  }
}
