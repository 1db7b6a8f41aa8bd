import { useCallback } from 'react'
import type { Check } from '../../../domain/finding.ts'
import { useScreen } from '../screen.ts'
import { useWidth } from './use-width.ts'

/** Brings a group of the call's rules into view, wherever there is room for them. */
export const useOpenCheck = (): ((name: Check['name']) => void) => {
  const screen = useScreen()
  const width = useWidth()
  return useCallback(
    (name) => {
      screen.view.setState({ sought: name, isReviewing: false, isHistoryShown: false })
      if (width === 'phone') screen.view.setState({ tab: 'check' })
      else if (width === 'wide') screen.view.setState({ panel: 'check' })
      else screen.view.setState({ dialog: 'check' })
    },
    [screen, width],
  )
}
