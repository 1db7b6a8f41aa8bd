import { useCallback } from 'react'
import { useApp, usePreferences } from '../app-context.tsx'
import { useScreen } from './screen.ts'

/** Whether open suggestions are drawn into the texts, as this person wants it on this device. */
export const useSuggestionsShown = (): boolean => usePreferences(({ suggestionsInText }) => suggestionsInText)

/** Shows or hides them. Where they are hidden the text reads as it is, so nobody suggests any more. */
export const useShowSuggestions = (): ((shown: boolean) => void) => {
  const screen = useScreen()
  const { preferences } = useApp()
  return useCallback(
    (shown) => {
      preferences.getState().setSuggestionsInText(shown)
      if (!shown) screen.view.setState({ isSuggesting: false })
    },
    [screen, preferences],
  )
}
