import { useLayoutEffect, useState } from 'react'
import History from 'lucide-react/icons/history'
import type { Meanwhile } from '../../../domain/meanwhile.ts'
import { TextButton } from '../../elements/button.tsx'
import { Note } from '../../elements/note.tsx'
import { useFormat } from '../../wording/use-wording.ts'
import { useScreen } from '../screen.ts'
import { authorsOf, nameAuthors, useMeanwhileWords } from './words.ts'

/** One calm line: where others changed something, and who. */
export const MeanwhileLine = ({ meanwhile }: { meanwhile: Meanwhile }) => {
  const words = useMeanwhileWords()
  const format = useFormat()
  const screen = useScreen()
  useStillText()
  const { sections, facts } = meanwhile
  const what = [
    ...(sections.length > 0 ? [words.sections(sections.length)] : []),
    ...(facts.length > 0 ? [words.facts(facts.length)] : []),
  ]
  const changes = [...sections.flatMap((section) => section.changes), ...facts]
  const who = nameAuthors(authorsOf(meanwhile, changes), (parts) => format.list(parts), words.others)
  return (
    <Note icon={History} kind="wash">
      {words.line(format.list(what), who)} ·{' '}
      <TextButton onClick={() => screen.view.setState({ isReviewing: true })}>{words.look}</TextButton>
    </Note>
  )
}

/** Whoever is writing when the line comes keeps their own line where it stands on the screen. */
const useStillText = (): void => {
  // While this is drawn the page is still as it was.
  const [before] = useState(writingTop)
  useLayoutEffect(() => {
    const after = writingTop()
    if (before !== null && after !== null) window.scrollBy({ top: after - before, behavior: 'instant' })
  }, [before])
}

const writingTop = (): number | null => {
  const writing = document.activeElement?.closest('[role="textbox"], input, textarea')
  return writing?.getBoundingClientRect().top ?? null
}
