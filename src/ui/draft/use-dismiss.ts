import { useEffect, type RefObject } from 'react'

/** Ends something that floats above the page: Escape, a press elsewhere, or the focus going elsewhere. */
export const useDismiss = (isOpen: boolean, around: RefObject<HTMLElement | null>, dismiss: () => void): void => {
  useEffect(() => {
    if (!isOpen) return undefined
    const isElsewhere = (target: EventTarget | null) => target instanceof Node && !around.current?.contains(target)
    const press = (event: Event) => {
      if (isElsewhere(event.target)) dismiss()
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      around.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus()
      dismiss()
    }
    document.addEventListener('pointerdown', press)
    document.addEventListener('focusin', press)
    document.addEventListener('keydown', key, { capture: true })
    return () => {
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('focusin', press)
      document.removeEventListener('keydown', key, { capture: true })
    }
  }, [isOpen, around, dismiss])
}
