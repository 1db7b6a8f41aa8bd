import { useEffect, useRef, useState } from 'react'
import Check from 'lucide-react/icons/check'
import FileUp from 'lucide-react/icons/file-up'
import Info from 'lucide-react/icons/info'
import type { DraftId } from '../../domain/draft-id.ts'
import type { RescueOutcome } from '../../state/app-state.ts'
import { useApp } from '../app-context.tsx'
import { Button, ButtonLink } from '../elements/button.tsx'
import { classNames } from '../elements/class-names.ts'
import { Dialog } from '../elements/dialog.tsx'
import { FileInput } from '../elements/file-input.tsx'
import { Note } from '../elements/note.tsx'
import { unreachable } from '../elements/unreachable.ts'
import { QuietWait } from '../elements/quiet-wait.tsx'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { rescueWords } from '../wording/rescue.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './open-file.module.css'

interface OpenFileProps {
  /** A file that came by itself: dropped, shared or opened with the app. */
  file: Blob | null
  /** The draft on screen; no other is meant then. */
  only?: DraftId
  onClose: () => void
}

type Opening = { name: 'choosing' | 'reading' | 'failed' } | RescueOutcome

const choosing: Opening = { name: 'choosing' }

/** Takes a rescue file and says calmly what came of it. */
export const OpenFile = ({ file, only, onClose }: OpenFileProps) => {
  const words = useWordsOf(rescueWords)
  const { elements } = useWording()
  const { rescue } = useApp()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState(file)
  const [read, setRead] = useState<{ file: Blob; opening: Opening } | null>(null)
  const opening: Opening = chosen === null ? choosing : read?.file === chosen ? read.opening : { name: 'reading' }

  useEffect(() => {
    if (chosen === null) return undefined
    let isGone = false
    const show = (next: Opening) => (isGone ? undefined : setRead({ file: chosen, opening: next }))
    rescue.open(chosen, only).then(show, () => show({ name: 'failed' }))
    return () => {
      isGone = true
    }
  }, [chosen, only, rescue])

  const isTaken = opening.name === 'brought' || opening.name === 'nothing-new'
  const again = opening.name === 'choosing' ? words.choose : words.chooseOther
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      footer={
        <>
          <Button size="large" kind={isTaken && only ? 'primary' : 'secondary'} onClick={onClose}>
            {elements.close}
          </Button>
          {!isTaken && opening.name !== 'reading' && (
            <Button kind="primary" size="large" icon={FileUp} onClick={() => input.current?.click()}>
              {again}
            </Button>
          )}
          {isTaken && !only && (
            <ButtonLink kind="primary" size="large" href={`/entwurf/${opening.draftId}`}>
              {words.toDraft}
            </ButtonLink>
          )}
        </>
      }
    >
      <FileInput ref={input} label={words.choose} onChoose={setChosen} />
      <div className={css.said} aria-live="polite">
        <Said opening={opening} />
      </div>
    </Dialog>
  )
}

const Said = ({ opening }: { opening: Opening }) => {
  const words = useWordsOf(rescueWords)
  const format = useFormat()
  switch (opening.name) {
    case 'choosing':
      return (
        <>
          <p>{words.hint}</p>
          <p className={classNames(css.aside, css.drop)}>{words.drop}</p>
        </>
      )
    case 'reading':
      return <QuietWait>{words.reading}</QuietWait>
    case 'failed':
      return <Note icon={Info}>{words.failed}</Note>
    case 'refused':
      return (
        <>
          <Note icon={Info}>{words.refused[opening.why]}</Note>
          {opening.from && <FileOf {...opening.from} />}
        </>
      )
    case 'brought':
    case 'nothing-new':
      return (
        <>
          <Note icon={Check} kind="wash">
            {opening.name === 'brought'
              ? words.brought(opening.changes, format.number(opening.changes))
              : words.nothingNew}
          </Note>
          <FileOf {...opening.from} />
        </>
      )
    default:
      return unreachable(opening)
  }
}

const FileOf = ({ title, by, savedAt }: NonNullable<Extract<RescueOutcome, { name: 'refused' }>['from']>) => {
  const words = useWordsOf(rescueWords)
  const { shelf } = useWording()
  const format = useFormat()
  const [now] = useState(Date.now)
  const name = [by.name, by.organisation].filter(Boolean).join(', ')
  return <p className={css.aside}>{words.from(title || shelf.untitled, name, format.moment(savedAt, now))}</p>
}
