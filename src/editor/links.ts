import { Plugin } from 'prosemirror-state'
import { isSafeLink } from '../document/lines.ts'

/** In a text one writes in, a link opens only with Ctrl or Cmd held. */
export const linkClicks = (): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        click: (view, event) => {
          const link = event.target instanceof Element ? event.target.closest('a') : null
          if (!link || !view.editable) return false
          event.preventDefault()
          const address = link.getAttribute('href')
          if ((event.ctrlKey || event.metaKey) && isSafeLink(address)) window.open(address, '_blank', 'noopener')
          return false
        },
        auxclick: (view, event) => {
          if (view.editable && event.target instanceof Element && event.target.closest('a')) event.preventDefault()
          return false
        },
      },
    },
  })
