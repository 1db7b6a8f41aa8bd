import { Plugin } from 'prosemirror-state'
import { fromText } from './text-binding.ts'

export interface Noticing {
  focus: (has: boolean) => void
  /** Others changed the text. */
  change: () => void
}

/** Tells what happens to an editor from outside its keys. */
export const noticing = ({ focus, change }: Noticing): Plugin => {
  let changed = false
  return new Plugin({
    state: {
      init: () => null,
      apply: (tr) => {
        changed = Boolean(tr.getMeta(fromText))
        return null
      },
    },
    props: {
      handleDOMEvents: {
        focus: () => {
          focus(true)
          return false
        },
        blur: () => {
          focus(false)
          return false
        },
      },
    },
    view: () => ({
      update: () => {
        if (changed) change()
        changed = false
      },
    }),
  })
}
