import { DOMSerializer, type Fragment } from 'prosemirror-model'
import { readMarks, type Line } from '../document/lines.ts'
import { textFormatsOf, type LineAttrs } from './formats.ts'
import { schema } from './schema.ts'

/** Lines of a piece of the document as plain values. */
export const linesOf = (content: Fragment): Line[] => {
  const lines: Line[] = []
  content.forEach((line) => {
    const { kind, level } = line.attrs as LineAttrs
    const runs: Line['runs'] = []
    line.forEach((node) => {
      if (node.text) runs.push({ text: node.text, marks: readMarks(textFormatsOf(node.marks)) })
    })
    lines.push({ kind, level, runs })
  })
  return lines
}

/** Only what another program understands: formats and values of newer apps stay out. */
const inline = new DOMSerializer(
  { ...DOMSerializer.nodesFromSchema(schema), embed: () => ['span'] },
  Object.fromEntries(Object.entries(DOMSerializer.marksFromSchema(schema)).filter(([name]) => name !== 'carried')),
)

interface OpenList {
  element: Element
  tag: string
  level: number
}

/** Writes several copied lines as ordinary HTML, neighbouring list lines as one nested list. */
export class LineSerializer extends DOMSerializer {
  override serializeFragment(
    content: Fragment,
    options: { document?: Document } = {},
    target: HTMLElement | DocumentFragment = (options.document ?? document).createDocumentFragment(),
  ): HTMLElement | DocumentFragment {
    const page = options.document ?? document
    if (content.childCount === 1 && content.firstChild) {
      // Words of one line go on in the line they are pasted into, whatever kind theirs was.
      const words = page.createElement('span')
      words.append(inline.serializeFragment(content.firstChild.content, { document: page }))
      target.append(words)
      return target
    }
    const lists: OpenList[] = []
    content.forEach((line) => {
      const { kind, level } = line.attrs as LineAttrs
      const write = (element: Element) => element.append(inline.serializeFragment(line.content, { document: page }))
      if (kind === 'paragraph' || kind === 'heading') {
        lists.length = 0
        const element = page.createElement(kind === 'paragraph' ? 'p' : level === 1 ? 'h3' : 'h4')
        write(element)
        target.append(element)
        return
      }
      const tag = kind === 'bullet' ? 'ul' : 'ol'
      while (lists.at(-1) && isOver(lists.at(-1), tag, level)) lists.pop()
      if (lists.at(-1)?.level !== level) {
        const element = page.createElement(tag)
        const parent = lists.at(-1)?.element.lastElementChild ?? target
        parent.append(element)
        lists.push({ element, tag, level })
      }
      const item = page.createElement('li')
      write(item)
      lists.at(-1)?.element.append(item)
    })
    return target
  }
}

const isOver = (list: OpenList | undefined, tag: string, level: number): boolean =>
  list !== undefined && (list.level > level || (list.level === level && list.tag !== tag))
