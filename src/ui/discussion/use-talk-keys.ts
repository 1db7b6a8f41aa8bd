import { useEffect } from 'react'
import { useScreen } from '../draft/screen.ts'
import { useNeighbours } from './neighbours.ts'

/**
 * F8 goes to the next open comment, Shift+F8 to the one before, Ctrl+Alt+M (⌘+Alt+M) comments on what is selected. F7,
 * which elsewhere stands for reviewing, switches caret browsing on in Firefox and Chrome.
 */
export const useTalkKeys = (): void => {
  const screen = useScreen()
  const { go } = useNeighbours()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { code, key, altKey, ctrlKey, metaKey, shiftKey } = event
      if (screen.view.getState().dialog !== null || screen.view.getState().linkRequest !== null) return
      if (key === 'F8' && !altKey && !ctrlKey && !metaKey) {
        event.preventDefault()
        go(shiftKey ? -1 : 1)
      }
      // AltGr, which Windows tells as Ctrl+Alt, writes a character.
      if (code !== 'KeyM' || !altKey || !(ctrlKey || metaKey) || event.getModifierState('AltGraph')) return
      event.preventDefault()
      screen.view.setState({ saying: 'selection' })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [screen, go])
}
