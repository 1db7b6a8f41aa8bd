import type { EditorView } from 'prosemirror-view'
import type { Sector } from '../domain/sector.ts'
import type { RemoteCaret } from './remote-carets.ts'

/** How long a caret that moved says whose it is; then only the shape remains. */
const namedMs = 3000

interface DrawnCaret {
  element: HTMLElement
  flag: HTMLElement
  head: number
  width: number
  timer: ReturnType<typeof setTimeout>
}

export interface CaretLayer {
  draw(carets: readonly RemoteCaret[]): void
  close(): void
}

/** Draws carets and flags over the text of an editor. `layer` must lie exactly over the editor's parent element. */
export const openCaretLayer = (view: EditorView, layer: HTMLElement): CaretLayer => {
  const drawn = new Map<number, DrawnCaret>()

  const remove = (clientId: number): void => {
    const caret = drawn.get(clientId)
    if (!caret) return
    clearTimeout(caret.timer)
    caret.element.remove()
    drawn.delete(clientId)
  }

  const name = (caret: DrawnCaret): void => {
    clearTimeout(caret.timer)
    caret.element.classList.add('eb-named')
    caret.timer = setTimeout(() => {
      caret.element.classList.remove('eb-named')
      caret.width = 0
      place(caret, layer.getBoundingClientRect())
    }, namedMs)
  }

  const place = (caret: DrawnCaret, box: DOMRect): void => {
    const spot = view.coordsAtPos(Math.min(caret.head, view.state.doc.content.size), -1)
    caret.width ||= caret.flag.offsetWidth
    const x = spot.left - box.left
    const y = spot.top - box.top
    const lineEnd = endOfLine(view, caret.head, spot) - box.left
    const beside = lineEnd + caret.width + 4 <= box.width
    const below = x + caret.width <= box.width ? 0 : Math.min(0, box.width - x - caret.width)
    caret.element.style.transform = `translate(${Math.round(x) - 1}px, ${Math.round(y)}px)`
    caret.element.style.setProperty('--eb-height', `${Math.round(spot.bottom - spot.top)}px`)
    caret.element.style.setProperty('--eb-shift', `${Math.round(beside ? lineEnd - x + 2 : below)}px`)
    caret.element.classList.toggle('eb-beside', beside)
    caret.element.classList.toggle('eb-turned', !beside && below < 0)
  }

  return {
    draw: (carets) => {
      const here = new Set(carets.map(({ clientId }) => clientId))
      for (const clientId of drawn.keys()) if (!here.has(clientId)) remove(clientId)
      const changed: DrawnCaret[] = []
      for (const { clientId, person, head } of carets) {
        let caret = drawn.get(clientId)
        const label = `${person.name} · ${person.organisation}`
        if (!caret || caret.element.dataset['label'] !== label || caret.element.dataset['sector'] !== person.sector) {
          remove(clientId)
          caret = createCaret(layer, person.sector, label)
          drawn.set(clientId, caret)
        }
        if (caret.head !== head) {
          caret.head = head
          caret.width = 0
          name(caret)
        }
        changed.push(caret)
      }
      if (changed.length === 0) return
      try {
        const box = layer.getBoundingClientRect()
        for (const caret of changed) place(caret, box)
      } catch {
        // No layout to measure: the editor is not on the page at this moment. It is drawn when it is.
      }
    },
    close: () => {
      for (const clientId of [...drawn.keys()]) remove(clientId)
    },
  }
}

const createCaret = (layer: HTMLElement, sector: Sector, label: string): DrawnCaret => {
  const element = layer.ownerDocument.createElement('div')
  element.className = `eb-caret eb-${sector}`
  element.dataset['label'] = label
  element.dataset['sector'] = sector
  const flag = layer.ownerDocument.createElement('span')
  flag.className = 'eb-flag'
  const name = layer.ownerDocument.createElement('span')
  name.className = 'eb-name'
  name.textContent = label
  flag.append(createShape(layer.ownerDocument, sector), name)
  element.append(flag)
  layer.append(element)
  return { element, flag, head: -1, width: 0, timer: setTimeout(() => undefined, 0) }
}

const svg = 'http://www.w3.org/2000/svg'

const shapes: Readonly<Record<Sector, readonly [string, Readonly<Record<string, string>>]>> = {
  civil: ['circle', { cx: '6', cy: '6', r: '5.25' }],
  administration: ['rect', { x: '1.25', y: '1.25', width: '9.5', height: '9.5' }],
  business: ['path', { d: 'M6 .8 11.9 11.2H.1Z' }],
  science: ['path', { d: 'M6-.2 12.2 6 6 12.2-.2 6Z' }],
}

const createShape = (document: Document, sector: Sector): SVGElement => {
  const [tag, attributes] = shapes[sector]
  const picture = document.createElementNS(svg, 'svg')
  picture.setAttribute('viewBox', '0 0 12 12')
  picture.setAttribute('class', 'eb-shape')
  const shape = document.createElementNS(svg, tag)
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value)
  picture.append(shape)
  return picture
}

/** Right end of the written line that the caret stands in, in the window's pixels. */
const endOfLine = (view: EditorView, head: number, spot: { top: number; bottom: number; right: number }): number => {
  const { node, offset } = view.domAtPos(head)
  const line = (offset >= 0 && node.nodeType === Node.TEXT_NODE ? node.parentElement : (node as Element)) ?? view.dom
  const range = view.dom.ownerDocument.createRange()
  range.selectNodeContents(line.closest('p, li, h3, h4') ?? line)
  const middle = (spot.top + spot.bottom) / 2
  let end = spot.right
  for (const { top, bottom, right } of range.getClientRects())
    if (top <= middle && bottom >= middle) end = Math.max(end, right)
  return end
}
