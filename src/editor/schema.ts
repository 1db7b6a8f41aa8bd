import { Schema, type DOMOutputSpec, type Node } from 'prosemirror-model'
import { isSafeLink } from '../document/lines.ts'

const lineTag = (node: Node): DOMOutputSpec => {
  const level = String(node.attrs['level'])
  switch (node.attrs['kind']) {
    case 'heading':
      return [level === '1' ? 'h3' : 'h4', { class: 'eb-heading', 'data-level': level }, 0]
    case 'bullet':
      return ['ul', { class: 'eb-list', 'data-level': level }, ['li', 0]]
    case 'numbered':
      return ['ol', { class: 'eb-list', 'data-level': level }, ['li', 0]]
    default:
      return ['p', 0]
  }
}

/**
 * Flat: a document is lines, a line is text. A line stands for its newline in the shared text, so that nothing nests and
 * concurrent changes of kind, splits and joins cannot delete text. `carried` formats and `embed` values are from a newer
 * app or a peer: kept, never shown.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'line+' },
    line: {
      content: 'inline*',
      selectable: false,
      attrs: { kind: { default: 'paragraph' }, level: { default: 1 }, carried: { default: '{}' } },
      toDOM: lineTag,
      // Only for what a browser itself puts into the editor while one types; pasted text goes through paste.ts.
      parseDOM: [{ tag: 'p' }, { tag: 'div' }, { tag: 'li' }, { tag: 'h3' }, { tag: 'h4' }],
    },
    text: { group: 'inline' },
    embed: {
      group: 'inline',
      inline: true,
      atom: true,
      selectable: false,
      draggable: false,
      attrs: { value: { default: null } },
      toDOM: () => ['span', { class: 'eb-embed' }],
    },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      toDOM: (mark) => ['a', { href: String(mark.attrs['href']), rel: 'noopener', target: '_blank' }, 0],
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (element) => {
            const href = element.getAttribute('href')
            return isSafeLink(href) ? { href } : false
          },
        },
      ],
    },
    bold: { toDOM: () => ['strong', 0], parseDOM: [{ tag: 'strong' }, { tag: 'b' }] },
    italic: { toDOM: () => ['em', 0], parseDOM: [{ tag: 'em' }, { tag: 'i' }] },
    carried: { attrs: { formats: {} }, inclusive: false, toDOM: () => ['span', 0] },
  },
})
