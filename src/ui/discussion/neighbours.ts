import { useCallback } from 'react'
import type { TalkThread } from '../../state/discussion/read-talk.ts'
import { useScreen, useScreenView } from '../draft/screen.ts'
import { useTalkView } from '../draft/talk-view.ts'
import { useGoToThread } from './go-to-thread.ts'

/** The open thread `step` on from the one in hand, in the order of the page; with none in hand, the first or last from `place` on. */
export const neighbour = (
  threads: readonly TalkThread[],
  inHand: string | null,
  step: 1 | -1,
  place: string,
): string | undefined => {
  const open = threads.filter(({ isOpen }) => isOpen)
  const here = open.findIndex(({ thread }) => thread.id === inHand)
  if (here >= 0) return open.at((here + step) % open.length)?.thread.id
  const from = step === 1 ? open.findIndex(({ at }) => at === place) : open.findLastIndex(({ at }) => at === place)
  return open.at(from >= 0 ? from : step === 1 ? 0 : -1)?.thread.id
}

/** Which of the open threads is in hand, and how to get to its neighbours. */
export const useNeighbours = () => {
  const screen = useScreen()
  const talk = useScreenView((view) => view.talk)
  const threads = useTalkView((view) => view.threads)
  const inHand = useScreenView((view) => view.thread)
  const goTo = useGoToThread(talk)
  const open = threads.filter(({ isOpen }) => isOpen)
  const go = useCallback(
    (step: 1 | -1) => {
      const { thread, place } = screen.view.getState()
      const next = talk ? neighbour(talk.view.getState().threads, thread, step, place) : undefined
      if (next !== undefined) goTo(next, 'card')
    },
    [screen, talk, goTo],
  )
  return { position: open.findIndex(({ thread }) => thread.id === inHand) + 1, count: open.length, go }
}
