import { useCallback } from 'react'
import type { DraftTalk } from '../../state/discussion/draft-talk.ts'
import { placeElementId } from '../draft/go-to-place.ts'
import { useDraft } from '../draft/draft-context.ts'
import { useScreen, withDiscussion, type Screen } from '../draft/screen.ts'
import { useShowSuggestions } from '../draft/suggestions-shown.ts'

/** Above the words this much of the window belongs to bars, in pixels. */
const barsHeight = 120

/**
 * Takes a thread in hand, marks it read and brings what it is about into the part of the window that is left free.
 * `seek` says whether the focus goes to its card.
 */
export const useGoToThread = (talk: DraftTalk | null): ((id: string, seek: 'card' | null) => void) => {
  const screen = useScreen()
  const { view } = useDraft()
  const show = useShowSuggestions()
  return useCallback(
    (id, seek) => {
      const found = talk?.view.getState().threads.find(({ thread }) => thread.id === id)
      if (!talk || !found) return
      const isOnPage = view.getState().call.sections.some((section) => section.id === found.at)
      if (found.thread.kind === 'suggestion') show(true)
      screen.view.setState({
        ...withDiscussion,
        thread: id,
        seeksThread: seek === 'card',
        tab: 'text',
        ...(isOnPage && { place: found.at }),
      })
      talk.see(found.unread)
      void reveal(screen, talk, found.at, id, isOnPage)
    },
    [screen, talk, view, show],
  )
}

const reveal = async (screen: Screen, talk: DraftTalk, at: string, id: string, isOnPage: boolean): Promise<void> => {
  if (isOnPage) await screen.whenPlaced(at)
  bringIntoSight(() => {
    const words = talk.marks
      .getState()
      .get(at)
      ?.find((each) => each.id === id)
    const editor = screen.editorOf(at)
    if (words && editor) return editor.boxOf(words)
    return document.getElementById(placeElementId(at))?.getBoundingClientRect() ?? null
  })
}

/** Brings what lies there into the part of the window that bars and sheet leave free, unless it is there already. */
export const bringIntoSight = (where: () => { top: number; bottom: number } | null): void => {
  // The place may only now become visible, and the sheet over it has its height a frame later.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const box = where()
      if (!box) return
      const sheet = document.querySelector('[data-covers-text]')?.getBoundingClientRect()
      const free = { top: barsHeight, bottom: sheet?.top ?? window.innerHeight }
      const height = Math.min(box.bottom - box.top, free.bottom - free.top)
      const isInSight = box.top >= free.top && box.top + height <= free.bottom
      if (!isInSight) window.scrollBy(0, box.top - free.top - (free.bottom - free.top - height) / 3)
    }),
  )
}
