import Bold from 'lucide-react/icons/bold'
import Heading from 'lucide-react/icons/heading'
import Italic from 'lucide-react/icons/italic'
import Link from 'lucide-react/icons/link'
import List from 'lucide-react/icons/list'
import ListOrdered from 'lucide-react/icons/list-ordered'
import Redo from 'lucide-react/icons/redo-2'
import Undo from 'lucide-react/icons/undo-2'
import type { LucideIcon } from 'lucide-react'
import type { EditorState, SectionEditor } from '../../../editor/section-editor.ts'

export type ToolName = 'undo' | 'redo' | 'heading' | 'bullet' | 'numbered' | 'bold' | 'italic' | 'link'

/** Keys of a tool after Ctrl or ⌘: single characters, 'Shift' or 'Alt'. */
export interface Tool {
  name: ToolName
  icon: LucideIcon
  keys: readonly string[]
  use: (editor: SectionEditor) => void
  /** True or false for what is on or off, undefined for what merely happens. */
  isOn?: (state: EditorState) => boolean
  isPossible?: (state: EditorState) => boolean
  /** A gap before it. */
  opensGroup?: true
}

export const tools: readonly Tool[] = [
  { name: 'undo', icon: Undo, keys: ['Z'], use: (editor) => editor.undo(), isPossible: (state) => state.canUndo },
  {
    name: 'redo',
    icon: Redo,
    keys: ['Shift', 'Z'],
    use: (editor) => editor.redo(),
    isPossible: (state) => state.canRedo,
  },
  {
    name: 'heading',
    icon: Heading,
    keys: ['Alt', '1'],
    use: (editor) => editor.setKind('heading'),
    isOn: (state) => state.kind === 'heading',
    opensGroup: true,
  },
  {
    name: 'bullet',
    icon: List,
    keys: ['Shift', '8'],
    use: (editor) => editor.setKind('bullet'),
    isOn: (state) => state.kind === 'bullet',
  },
  {
    name: 'numbered',
    icon: ListOrdered,
    keys: ['Shift', '7'],
    use: (editor) => editor.setKind('numbered'),
    isOn: (state) => state.kind === 'numbered',
  },
  {
    name: 'bold',
    icon: Bold,
    keys: ['B'],
    use: (editor) => editor.toggleBold(),
    isOn: (state) => state.bold,
    opensGroup: true,
  },
  { name: 'italic', icon: Italic, keys: ['I'], use: (editor) => editor.toggleItalic(), isOn: (state) => state.italic },
  {
    name: 'link',
    icon: Link,
    keys: ['K'],
    use: (editor) => editor.editLink(),
    isOn: (state) => state.link !== null,
  },
]
