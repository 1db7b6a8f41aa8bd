import { useEffect } from 'react'
import { useDraft } from '../draft/draft-context.ts'
import { useIsTalkAsked, useScreen, useScreenView } from '../draft/screen.ts'
import { useFailedPart } from '../use-failed-part.ts'
import { SelectionButton } from './selection-button.tsx'
import { useMarks } from './use-marks.ts'
import { useTalkKeys } from './use-talk-keys.ts'
import { useSaying } from './use-saying.ts'

/** What is said about the draft, for as long as the draft is on screen: its marks in the text, its keys, its beginnings. */
export const Talk = () => {
  const draft = useDraft()
  const screen = useScreen()
  const fail = useFailedPart(useIsTalkAsked())
  useEffect(() => {
    let isGone = false
    const open = async () => {
      const talk = await draft.talk()
      if (!isGone) screen.view.setState({ talk })
    }
    open().catch(fail)
    return () => {
      isGone = true
      screen.view.setState({ talk: null })
    }
  }, [draft, screen, fail])
  return useScreenView(({ talk }) => talk !== null) && <Known />
}

const Known = () => {
  useMarks()
  useTalkKeys()
  useSaying()
  return <SelectionButton />
}
