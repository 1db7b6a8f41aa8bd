import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { LostAccess as LostWork } from '../../state/lost-access.ts'
import { useApp } from '../app-context.tsx'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { saveTextFile } from '../draft/save-text-file.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { useWording } from '../wording/use-wording.ts'
import css from './access.module.css'

/** Says calmly that this person may do less or more than before, and gives them their own unsent words to keep. */
export const LostAccess = () => {
  const lost = useDraftView((view) => view.lost)
  return lost === null ? <RoleNotice /> : <Lost {...lost} />
}

const RoleNotice = () => {
  const words = useWording().access.lost
  const mayWrite = useDraftView((view) => view.mayWrite || view.resting || view.frozen !== null)
  const before = useRef(mayWrite)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (before.current === mayWrite) return
    before.current = mayWrite
    setSaid(mayWrite ? words.noticeWrite : words.noticeReadOnly)
  }, [mayWrite, words])
  return (
    <output className={said === '' ? 'visually-hidden' : css.notice}>
      {said}
      {said !== '' && (
        <Button kind="plain" onClick={() => setSaid('')}>
          {words.understood}
        </Button>
      )}
    </output>
  )
}

const Lost = ({ kind, unsent, agreed, handedOver }: LostWork) => {
  const words = useWording().access.lost
  const app = useApp()
  const draft = useDraft()
  const [, navigate] = useLocation()
  const [isSaved, setSaved] = useState(false)
  const [isPutAside, setPutAside] = useState(false)
  if (isPutAside) return null

  const save = () => {
    saveTextFile(words.fileName(draft.view.getState().title), draft.unsentText() || draft.plainText())
    setSaved(true)
  }
  const goOn = async () => {
    await app.removeFromDevice(draft.view.getState().draftId)
    if (kind === 'removed') navigate('/')
    else window.location.reload()
  }
  return (
    <Dialog
      title={kind === 'removed' ? words.removedTitle : words.readOnlyTitle}
      onClose={() => setPutAside(true)}
      footer={
        <>
          {unsent > 0 && (
            <Button kind={isSaved ? 'secondary' : 'primary'} onClick={save}>
              {words.save}
            </Button>
          )}
          <Button
            kind={unsent > 0 && !isSaved ? 'secondary' : 'primary'}
            unavailable={unsent > 0 && !isSaved && !handedOver ? words.saveFirst : null}
            onClick={() => void goOn()}
          >
            {kind === 'removed' ? words.goOnRemoved : words.goOnReadOnly}
          </Button>
        </>
      }
    >
      <p>{kind === 'removed' ? words.removedText : words.readOnlyText}</p>
      {unsent > 0 && <p>{`${words.unsent(unsent)} ${handedOver ? words.handedOver : words.notHandedOver}`}</p>}
      {agreed > 0 && <p>{words.agreed(agreed)}</p>}
    </Dialog>
  )
}
