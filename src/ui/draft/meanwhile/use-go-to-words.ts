import { placeElementId, useGoToPlace } from '../go-to-place.ts'
import { useWidth } from '../frame/use-width.ts'
import { findWords } from './find-words.ts'

/** Brings words of a section into view. With a keyboard the caret goes there too; on a phone it would cover them. */
export const useGoToWords = (): ((sectionId: string, words: string) => void) => {
  const goTo = useGoToPlace()
  const isPhone = useWidth() === 'phone'
  return (sectionId, words) => {
    goTo(sectionId, { focus: false })
    // The section may only now become visible, and is in view a frame later.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const textbox = document
          .getElementById(placeElementId(sectionId))
          ?.querySelector<HTMLElement>('[role="textbox"]')
        if (!textbox) return
        const found = findWords(textbox, words)
        if (!isPhone) textbox.focus({ preventScroll: true })
        if (!found) return
        if (!isPhone) getSelection()?.collapse(found.node, found.offset)
        found.node.parentElement?.scrollIntoView({ block: 'center' })
      }),
    )
  }
}
