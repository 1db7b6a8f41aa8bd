import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands'
import { InputRule, inputRules, undoInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { Plugin, type Command } from 'prosemirror-state'
import { lineFormats, type LineKind } from '../document/lines.ts'
import { indent, leaveKind, splitLine, toggleKind } from './commands.ts'
import { changedLine } from './formats.ts'
import { schema } from './schema.ts'

export interface KeyActions {
  undo: () => void
  redo: () => void
  editLink: () => void
  help: (() => void) | undefined
}

/** The usual keys, in the order in which they are asked. Outside lists, and after Escape, Tab leaves the editor. */
export const keys = (actions: KeyActions): Plugin[] => {
  const act =
    (action: () => void): Command =>
    () => {
      action()
      return true
    }
  const backspace = baseKeymap['Backspace']
  return [
    typedKinds(),
    placedKeys(actions),
    keymap({
      'Mod-b': toggleMark(schema.marks.bold),
      'Mod-i': toggleMark(schema.marks.italic),
      'Mod-k': act(actions.editLink),
      'Mod-z': act(actions.undo),
      'Shift-Mod-z': act(actions.redo),
      'Mod-y': act(actions.redo),
      Enter: splitLine,
      'Shift-Enter': splitLine,
      ...(backspace && { Backspace: chainCommands(undoInputRule, leaveKind, backspace) }),
    }),
    keymap(baseKeymap),
  ]
}

/** `- `, `* ` and `1. ` at the start of a paragraph. */
const typedKinds = (): Plugin =>
  inputRules({ rules: [typedKind(/^[-*]\s$/, 'bullet'), typedKind(/^1\.\s$/, 'numbered')] })

const typedKind = (pattern: RegExp, kind: LineKind): InputRule =>
  new InputRule(pattern, (state, _match, start, end) => {
    const $start = state.doc.resolve(start)
    if ($start.parent.attrs['kind'] !== 'paragraph') return null
    const attrs = changedLine($start.parent, lineFormats({ kind, level: 1 }))
    return state.tr.delete(start, end).setNodeMarkup($start.before(), undefined, attrs)
  })

/** Keys that depend on where they are or on what was pressed before: digits (Shift+7 is "/" in German), Escape. */
const placedKeys = ({ help }: KeyActions): Plugin => {
  let leaving = false
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        const { key, altKey, ctrlKey, metaKey } = event
        if (key === 'Tab' && !leaving && !altKey && !ctrlKey && !metaKey) {
          return indent(event.shiftKey ? -1 : 1)(view.state, view.dispatch)
        }
        if (key !== 'Shift') leaving = key === 'Escape'
        if (!ctrlKey && !metaKey) return false
        const kind = kindOfKey(event)
        if (kind) return toggleKind(kind)(view.state, view.dispatch)
        if (key !== '/' || !help) return false
        help()
        return true
      },
    },
  })
}

const kindOfKey = ({ code, key, altKey, shiftKey }: KeyboardEvent): LineKind | null => {
  // AltGr counts as Ctrl+Alt on Windows: where it writes another character, it is that character that is meant.
  if (code === 'Digit1' && altKey && !shiftKey && key === '1') return 'heading'
  if (altKey || !shiftKey) return null
  if (code === 'Digit7') return 'numbered'
  return code === 'Digit8' ? 'bullet' : null
}
