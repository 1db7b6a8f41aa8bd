import Info from 'lucide-react/icons/info'
import type { LeftOut } from '../../domain/imported.ts'
import { Note } from '../elements/note.tsx'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { importWords } from '../wording/import.ts'

/** What of a file does not come along; nothing where all of it does. */
export const StayingOut = ({ images, comments, macros, guessedLetters }: LeftOut) => {
  const words = useWordsOf(importWords)
  const format = useFormat()
  const sentences = [
    images > 0 && words.images(images, format.number(images)),
    comments > 0 && words.comments(comments, format.number(comments)),
    macros && words.macros,
    guessedLetters && words.guessedLetters,
  ].filter((sentence) => sentence !== false)
  return sentences.length > 0 ? <Note icon={Info}>{sentences.join(' ')}</Note> : null
}
