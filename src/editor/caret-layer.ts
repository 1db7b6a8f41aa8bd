import type { EditorView } from 'prosemirror-view'
import type { Sector } from '../domain/sector.ts'
import { flagPlace, linesAround, type Box } from './flag-place.ts'
import type { RemoteCaret } from './remote-carets.ts'

/** How long a caret that moved says whose it is; then only the shape remains. */
const namedMs = 3000

interface DrawnCaret {
  element: HTMLElement
  flag: HTMLElement
  head: number
  /** Of the flag as it is now, in pixels; 0 while unknown. */
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
    caret.width = 0
    caret.element.classList.add('eb-named')
    caret.timer = setTimeout(() => {
      caret.width = 0
      caret.element.classList.remove('eb-named')
      arrange()
    }, namedMs)
  }

  const arrange = (): void => {
    if (drawn.size === 0 || view.isDestroyed) return
    try {
      const box = layer.getBoundingClientRect()
      const flags: Box[] = []
      // Measured first and written afterwards, so that the browser lays the page out once.
      const places = [...drawn.values()].map((caret) => {
        caret.width ||= caret.flag.offsetWidth
        const spot = view.coordsAtPos(Math.min(caret.head, view.state.doc.content.size), -1)
        const flag = flagPlace(spot, linesAround(view, caret.head), caret.width, box, flags)
        flags.push(flag)
        return { caret, spot, flag }
      })
      for (const { caret, spot, flag } of places) {
        const { style, classList } = caret.element
        style.transform = `translate(${Math.round(spot.left - box.left) - 1}px, ${Math.round(spot.top - box.top)}px)`
        style.setProperty('--eb-height', `${Math.round(spot.bottom - spot.top)}px`)
        style.setProperty('--eb-x', `${Math.round(flag.left - spot.left)}px`)
        style.setProperty('--eb-y', `${Math.round(flag.top - spot.top)}px`)
        classList.toggle('eb-below', flag.top >= spot.bottom && flag.left <= spot.left)
      }
    } catch {
      // No layout to measure: the editor is not on the page at this moment. It is drawn when it is.
    }
  }

  return {
    draw: (carets) => {
      const here = new Set(carets.map(({ clientId }) => clientId))
      for (const clientId of drawn.keys()) if (!here.has(clientId)) remove(clientId)
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
          name(caret)
        }
      }
      arrange()
    },
    close: () => {
      for (const clientId of drawn.keys()) remove(clientId)
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

/** The shape of a sector, as small as a letter. */
export const createShape = (document: Document, sector: Sector): SVGElement => {
  const [tag, attributes] = shapes[sector]
  const picture = document.createElementNS(svg, 'svg')
  picture.setAttribute('viewBox', '0 0 12 12')
  picture.setAttribute('class', 'eb-shape')
  const shape = document.createElementNS(svg, tag)
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value)
  picture.append(shape)
  return picture
}
