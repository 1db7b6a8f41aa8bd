import { useState } from 'react'
import { copyText } from '../draft/copy-text.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { TextField } from '../elements/text-field.tsx'
import { suggestingWords } from '../wording/suggesting.ts'
import { useWordsOf } from '../wording/words-of.ts'

/** Words that could not become a suggestion: nothing of them is lost. */
export const StuckDialog = ({ words, onLetGo }: { words: string; onLetGo: () => void }) => {
  const said = useWordsOf(suggestingWords).stuck
  const [isCopied, setCopied] = useState(false)
  const [isAside, setAside] = useState(false)
  if (isAside) return null
  return (
    <Dialog
      title={said.title}
      onClose={() => setAside(true)}
      footer={
        <>
          <Button kind="plain" onClick={onLetGo}>
            {said.letGo}
          </Button>
          <Button kind="primary" onClick={() => void copyText(words).then(() => setCopied(true))}>
            {isCopied ? said.copied : said.copy}
          </Button>
        </>
      }
    >
      <p>{said.why}</p>
      <TextField label={said.words} value={words} onChange={() => undefined} rows={6} readOnly />
    </Dialog>
  )
}
