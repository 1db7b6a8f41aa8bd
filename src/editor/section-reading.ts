import { DOMSerializer } from 'prosemirror-model'
import type * as Y from 'yjs'
import './section-editor.css'
import { eachNumber } from './list-numbers.ts'
import { schema } from './schema.ts'
import { documentOf, readText } from './text-reading.ts'

export interface SectionReading {
  destroy(): void
}

/**
 * Shows a section as it reads, with nothing on the page that could write: for a draft of a newer shape, whose text this
 * app might take apart.
 */
export const openSectionReading = ({
  text,
  element,
  label,
  language,
}: {
  text: Y.Text
  element: HTMLElement
  /** Accessible name. */
  label: string
  language: string
}): SectionReading => {
  const serializer = DOMSerializer.fromSchema(schema)
  const frame = element.appendChild(document.createElement('div'))
  frame.className = 'eb-text'
  frame.lang = language
  frame.setAttribute('role', 'group')
  frame.setAttribute('aria-label', label)
  let isDue = false

  const draw = (): void => {
    isDue = false
    const read = documentOf(readText(text))
    frame.replaceChildren(serializer.serializeFragment(read.content))
    eachNumber(read, (number, _before, index) => frame.children[index]?.setAttribute('start', String(number)))
  }
  // Not inside the Yjs event, which a throw would end for good.
  const drawSoon = (): void => {
    if (isDue) return
    isDue = true
    queueMicrotask(draw)
  }
  text.observe(drawSoon)
  draw()
  return {
    destroy: () => {
      text.unobserve(drawSoon)
      frame.remove()
    },
  }
}
