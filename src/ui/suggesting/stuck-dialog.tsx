import { useState } from 'react'
import type { StuckWords } from '../../state/suggesting/saying.ts'
import { copyText } from '../draft/copy-text.ts'
import { useScreen, useScreenView } from '../draft/screen.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { TextField } from '../elements/text-field.tsx'
import { suggestingWords } from '../wording/suggesting.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './suggesting.module.css'

interface StuckDialogProps {
  stuck: StuckWords
  why: 'tooLong' | 'full' | 'notAllowed'
  onLetGo: (key: string) => void
}

/** Words that could not become a suggestion, one passage after another: nothing of them is lost. */
export const StuckDialog = ({ stuck, why, onLetGo }: StuckDialogProps) => {
  const screen = useScreen()
  const aside = useScreenView(({ stuckAside }) => stuckAside)
  const next = [...stuck].find(([key]) => !aside.includes(key))
  if (!next) return null
  const [key, words] = next
  return (
    <Passage
      key={key}
      words={words}
      why={why}
      onLetGo={() => onLetGo(key)}
      onAside={() => screen.view.setState({ stuckAside: [...aside, key] })}
    />
  )
}

interface PassageProps {
  words: string
  why: StuckDialogProps['why']
  onLetGo: () => void
  onAside: () => void
}

const Passage = ({ words, why, onLetGo, onAside }: PassageProps) => {
  const said = useWordsOf(suggestingWords).stuck
  const [isCopied, setCopied] = useState(false)
  return (
    <Dialog
      title={said.title}
      onClose={onAside}
      footer={
        <>
          <Button kind="plain" onClick={onLetGo}>
            {said.letGo}
          </Button>
          <Button onClick={onAside}>{said.later}</Button>
          <Button kind="primary" onClick={() => void copyText(words).then(() => setCopied(true))}>
            {isCopied ? said.copied : said.copy}
          </Button>
        </>
      }
    >
      <div className={css.stuck}>
        <p>{said[why]}</p>
        <TextField label={said.words} value={words} onChange={() => undefined} rows={6} readOnly />
        <p>{said.kept}</p>
      </div>
    </Dialog>
  )
}
