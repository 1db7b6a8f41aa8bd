import { placeElementId } from '../draft/go-to-place.ts'

const prefix = placeElementId('')

/** The section in whose text words are selected; null where none are. */
export const selectedSection = (): string | null => {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const { commonAncestorContainer: around } = selection.getRangeAt(0)
  const element = around instanceof Element ? around : around.parentElement
  if (!element?.closest('.eb-text')) return null
  return element.closest(`[id^="${prefix}"]`)?.id.slice(prefix.length) ?? null
}
