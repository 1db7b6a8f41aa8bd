import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { takesTalk } from '../../domain/discussion-limits.ts'
import type { TalkView } from '../../state/discussion/draft-talk.ts'
import { useScreenView } from './screen.ts'

const nothing = createStore<TalkView>(() => ({
  threads: [],
  newer: 0,
  unread: 0,
  open: new Map(),
  whyNot: null,
  room: 'enough',
}))

/** A part of what is said about the draft; nothing is while it is not known yet. Select primitives or stored objects. */
export const useTalkView = <T>(select: (view: TalkView) => T): T =>
  useStore(useScreenView(({ talk }) => talk)?.view ?? nothing, select)

/** Whether there is room for what this person might say; acts have some beyond. */
export const useHasRoom = (): boolean => useTalkView(({ room }) => takesTalk(room))
