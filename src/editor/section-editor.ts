import type * as Y from 'yjs'
import type { Awareness } from 'y-protocols/awareness'
import { toggleMark } from 'prosemirror-commands'
import { EditorState as State, Selection, type Command, type Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import { EditorView } from 'prosemirror-view'
import type { Line, LineKind } from '../document/lines.ts'
import type { TakingIn } from '../domain/import-plan.ts'
import { clipboard } from './clipboard.ts'
import { currentLine, isMarked, linkAt, setLink, toggleKind } from './commands.ts'
import { drawingIn, drawings, type Drawing, type Layer } from './drawings.ts'
import { keys } from './keys.ts'
import { linkClicks } from './links.ts'
import { listNumbers } from './list-numbers.ts'
import { noticing } from './noticing.ts'
import { ownPlace } from './own-place.ts'
import { placesIn, type Places } from './places.ts'
import { remoteCarets } from './remote-carets.ts'
import { schema } from './schema.ts'
import { takingIn } from './taking-in.ts'
import { openTextBinding, readDocument, type TextBinding } from './text-binding.ts'
import { openUndo, type Undo } from './undo.ts'
import './section-editor.css'

export interface SectionEditorOptions {
  /** The section's text, already loaded. */
  text: Y.Text
  sectionId: string
  /** The editor sets its local field `place` and nothing else. */
  awareness: Awareness
  /** The editor puts itself into it. */
  element: HTMLElement
  /** Accessible name. */
  label: string
  /** Ids of elements that describe the editor. */
  describedBy?: string
  /** Language of the text, for spell checking and reading aloud. */
  language: string
  editable: boolean
  /** After every change of what `EditorState` says, and once at the start. */
  onState: (state: EditorState) => void
  /** Asks for an address; '' removes the link, null leaves everything as it is. */
  askForLink: (current: string | null) => Promise<string | null>
  /** The list of keys was asked for. */
  onHelp?: () => void
}

/** What a toolbar shows. */
export interface EditorState {
  focused: boolean
  editable: boolean
  bold: boolean
  italic: boolean
  link: string | null
  kind: LineKind
  level: number
  canUndo: boolean
  canRedo: boolean
}

export interface SectionEditor extends Places {
  focus(at?: 'start' | 'end'): void
  undo(): void
  redo(): void
  toggleBold(): void
  toggleItalic(): void
  editLink(): void
  /** The same kind again makes paragraphs. */
  setKind(kind: LineKind): void
  setEditable(editable: boolean): void
  /** Takes in a whole text as one edit, behind what is there or in its place. False where nothing may be written. */
  takeIn(lines: readonly Line[], how: TakingIn): boolean
  draw(layer: Layer, drawing: Drawing): void
  /** An edit of the shared text from outside that is taken back here, on its own. */
  asOneEdit(edit: () => void): void
  isComposing(): boolean
  destroy(): void
}

/** ProseMirror reads the end of a composition within 20 ms; what was held back meanwhile follows after that. */
const afterCompositionMs = 50

/** Puts an editor for one section on the page. Writes nothing until somebody edits. */
export const openSectionEditor = (options: SectionEditorOptions): SectionEditor => {
  const { text, element, onState } = options
  let editable = options.editable
  let binding: TextBinding | null = null
  let undo: Undo | null = null
  let focused = false
  let told = ''

  const report = (): void => {
    if (!undo || view.isDestroyed) return
    const { state } = view
    const now: EditorState = {
      focused,
      editable,
      bold: isMarked(state, schema.marks.bold),
      italic: isMarked(state, schema.marks.italic),
      link: linkAt(state),
      kind: currentLine(state).kind,
      level: currentLine(state).level,
      canUndo: editable && undo.canUndo(),
      canRedo: editable && undo.canRedo(),
    }
    const json = JSON.stringify(now)
    if (json === told) return
    told = json
    onState(now)
  }

  const run = (command: Command): void => {
    if (!editable) return
    command(view.state, view.dispatch)
    view.focus()
  }
  const takeBack = (direction: 'undo' | 'redo'): void => {
    if (!editable) return
    undo?.[direction]()
    report()
  }
  const editLink = async (): Promise<void> => {
    if (!editable) return
    try {
      const address = await options.askForLink(linkAt(view.state))
      if (address !== null && !view.isDestroyed) run(setLink(address))
    } catch {
      // The question was not answered; the text stays as it is.
    }
  }

  // Looks again and again, because not every browser and keyboard tells the end of a composition.
  const showLater = (): void => {
    setTimeout(() => {
      if (view.isDestroyed) return
      if (view.composing) showLater()
      else binding?.release()
    }, afterCompositionMs)
  }

  const frame = element.ownerDocument.createElement('div')
  frame.className = 'eb-editor'
  const carets = element.ownerDocument.createElement('div')
  carets.className = 'eb-carets'
  carets.setAttribute('aria-hidden', 'true')
  element.append(frame)

  const known = { text, sectionId: options.sectionId, awareness: options.awareness, binding: () => binding }
  const view = new EditorView(
    { mount: frame.appendChild(element.ownerDocument.createElement('div')) },
    {
      state: State.create({
        doc: readDocument(text),
        plugins: [
          ...keys({
            undo: () => takeBack('undo'),
            redo: () => takeBack('redo'),
            editLink: () => void editLink(),
            help: options.onHelp,
          }),
          clipboard(),
          linkClicks(),
          listNumbers(),
          ...drawings(),
          ownPlace(known),
          remoteCarets({ ...known, layer: carets }),
          noticing({
            focus: (has) => {
              focused = has
              report()
            },
            change: report,
          }),
        ],
      }),
      editable: () => editable,
      attributes: () => ({
        class: 'eb-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        ...(options.describedBy && { 'aria-describedby': options.describedBy }),
        ...(!editable && { 'aria-readonly': 'true', tabindex: '0' }),
        lang: options.language,
        spellcheck: 'true',
      }),
      dispatchTransaction: (transaction: Transaction) => {
        const typing = isTyping(transaction)
        if (!typing) undo?.endGroup()
        binding?.dispatch(transaction)
        if (!typing) undo?.endGroup()
        report()
      },
    },
  )
  frame.append(carets)
  binding = openTextBinding({ text, view, beforeWrite: () => undo?.remember(), onHold: showLater })
  undo = openUndo(text, view, binding)
  report()

  return {
    focus: (at) => {
      if (at) {
        const selection = at === 'start' ? Selection.atStart(view.state.doc) : Selection.atEnd(view.state.doc)
        view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
      }
      view.focus()
    },
    undo: () => takeBack('undo'),
    redo: () => takeBack('redo'),
    toggleBold: () => run(toggleMark(schema.marks.bold)),
    toggleItalic: () => run(toggleMark(schema.marks.italic)),
    editLink: () => void editLink(),
    setKind: (kind) => run(toggleKind(kind)),
    setEditable: (may) => {
      if (may === editable) return
      editable = may
      view.setProps({})
      report()
    },
    takeIn: (lines, how) => {
      if (!editable || lines.length === 0) return false
      undo?.alone(() => view.dispatch(takingIn(view.state, lines, how)))
      report()
      return true
    },
    draw: (layer, drawing) => {
      // In the middle of a composition the browser's own text must not be touched: the next change brings it.
      if (!view.isDestroyed && !view.composing) view.dispatch(drawingIn(view.state, layer, drawing))
    },
    ...placesIn(view),
    asOneEdit: (edit) => {
      undo?.alone(edit)
      report()
    },
    isComposing: () => view.composing,
    destroy: () => {
      binding?.close()
      undo?.close()
      view.destroy()
      frame.remove()
    },
  }
}

/** Typing is taken back in stretches; everything else, and what is typed after it, on its own. */
const isTyping = ({ steps, docChanged, selectionSet }: Transaction): boolean =>
  docChanged ? steps.every((step) => step instanceof ReplaceStep && step.slice.openStart === 0) : !selectionSet
