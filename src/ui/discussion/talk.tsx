import { useCallback } from 'react'
import type { DraftTalk } from '../../state/discussion/draft-talk.ts'
import type { OpenDraft } from '../../state/opened-draft.ts'
import { useIsTalkAsked, useScreen, useScreenView } from '../draft/screen.ts'
import { useLaterPart } from '../draft/use-later-part.ts'
import { SelectionButton } from './selection-button.tsx'
import { useMarks } from './use-marks.ts'
import { useTalkKeys } from './use-talk-keys.ts'
import { useSaying } from './use-saying.ts'

/** What is said about the draft, for as long as the draft is on screen: its marks in the text, its keys, its beginnings. */
export const Talk = () => {
  const screen = useScreen()
  const show = useCallback(
    (talk: DraftTalk) => {
      screen.view.setState({ talk })
      return () => screen.view.setState({ talk: null })
    },
    [screen],
  )
  useLaterPart(openTalk, show, useIsTalkAsked())
  return useScreenView(({ talk }) => talk !== null) && <Known />
}

const openTalk = (draft: OpenDraft) => draft.talk()

const Known = () => {
  useMarks()
  useTalkKeys()
  useSaying()
  return <SelectionButton />
}
