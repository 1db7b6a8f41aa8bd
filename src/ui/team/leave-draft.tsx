import { useState } from 'react'
import LogOut from 'lucide-react/icons/log-out'
import { useLocation } from 'wouter'
import type { Refusal } from '../../domain/refusal.ts'
import { useApp } from '../app-context.tsx'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { saveTextFile } from '../draft/save-text-file.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { useWording } from '../wording/use-wording.ts'
import css from './access.module.css'

/** The way out for whoever no longer takes part. */
export const LeaveDraft = () => {
  const words = useWording().access.leave
  const [isAsking, setAsking] = useState(false)
  const leadsAlone = useDraftView(
    ({ me, members }) => me.role === 'owner' && members.filter(({ role }) => role === 'owner').length < 2,
  )
  const close = () => setAsking(false)
  return (
    <div>
      <Button kind="plain" className={css.flush} icon={LogOut} onClick={() => setAsking(true)}>
        {words.open}
      </Button>
      {isAsking && (leadsAlone ? <FirstNameAnother onClose={close} /> : <Leaving onClose={close} />)}
    </div>
  )
}

const FirstNameAnother = ({ onClose }: { onClose: () => void }) => {
  const { access, elements } = useWording()
  const words = access.leave
  return (
    <Dialog
      title={words.aloneTitle}
      onClose={onClose}
      footer={
        <Button kind="primary" onClick={onClose}>
          {access.lost.understood}
        </Button>
      }
    >
      <p>{words.alone(elements.roles.owner)}</p>
    </Dialog>
  )
}

/** Tells what leaving means, and lets nobody go without the words that the server does not have. */
const Leaving = ({ onClose }: { onClose: () => void }) => {
  const { access, elements } = useWording()
  const words = access.leave
  const app = useApp()
  const draft = useDraft()
  const [, navigate] = useLocation()
  const unsent = useDraftView(({ status }) => ('waiting' in status ? status.waiting : 0))
  const [isSaved, setSaved] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)

  const save = () => {
    saveTextFile(access.lost.fileName(draft.view.getState().title), draft.unsentText() || draft.plainText())
    setSaved(true)
  }
  const leave = async () => {
    setBusy(true)
    setProblem(null)
    const left = await draft.team.leave()
    setBusy(false)
    if (!left.ok) return setProblem(left.refusal)
    await app.removeFromDevice(draft.view.getState().draftId)
    navigate('/')
  }
  return (
    <Dialog
      title={words.title(draft.view.getState().title)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{elements.cancel}</Button>
          <Button
            kind="primary"
            busy={isBusy}
            unavailable={unsent > 0 && !isSaved ? access.lost.saveFirst : null}
            onClick={() => void leave()}
          >
            {words.now}
          </Button>
        </>
      }
    >
      <div className={css.told}>
        <p>{words.stays}</p>
        <p>{words.goes}</p>
        {unsent > 0 && (
          <>
            <p>{access.lost.unsent(unsent)}</p>
            <div>
              <Button onClick={save}>{access.lost.save}</Button>
            </div>
          </>
        )}
        {problem !== null && <p role="alert">{problem === 'last-owner' ? access.lastOwner : access.failed}</p>}
      </div>
    </Dialog>
  )
}
