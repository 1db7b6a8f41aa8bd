import FileText from 'lucide-react/icons/file-text'
import type { Brought } from '../../state/brought.ts'
import { Note } from '../elements/note.tsx'
import { TextButton } from '../elements/button.tsx'
import { useWordsOf } from '../wording/words-of.ts'
import { importWords } from '../wording/import.ts'

/** Says what a draft will be begun with. */
export const BroughtNote = ({ brought, onForget }: { brought: Brought; onForget: () => void }) => {
  const words = useWordsOf(importWords)
  return (
    <Note icon={FileText} kind="wash">
      {words.startNote(brought.name)} <TextButton onClick={onForget}>{words.forget}</TextButton>
    </Note>
  )
}
