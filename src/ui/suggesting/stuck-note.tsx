import PencilLine from 'lucide-react/icons/pencil-line'
import { useStore } from 'zustand'
import type { DraftSuggesting } from '../../state/suggesting/draft-suggesting.ts'
import { useScreen, useScreenView } from '../draft/screen.ts'
import { TextButton } from '../elements/button.tsx'
import { Note } from '../elements/note.tsx'
import { suggestingWords } from '../wording/suggesting.ts'
import { useWordsOf } from '../wording/words-of.ts'

/** That words could not become a suggestion, for whoever has put them aside. */
export const StuckNote = () => {
  const part = useScreenView(({ suggesting }) => suggesting?.part ?? null)
  return part && <Known part={part} />
}

const Known = ({ part }: { part: DraftSuggesting }) => {
  const words = useWordsOf(suggestingWords).stuck
  const screen = useScreen()
  const count = useStore(part.view, ({ stuck }) => stuck.size)
  if (count === 0) return null
  return (
    <Note icon={PencilLine} kind="aside">
      {words.count(count)}{' '}
      <TextButton onClick={() => screen.view.setState({ stuckAside: [] })}>{words.look}</TextButton>
    </Note>
  )
}
