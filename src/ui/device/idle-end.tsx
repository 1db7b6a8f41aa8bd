import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createIdleWatch } from '../../state/device/idle-watch.ts'
import type { Unsent } from '../../state/app-state.ts'
import { useApp } from '../app-context.tsx'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { saveFile } from '../rescue/save-file.ts'
import { useFormat } from '../wording/use-wording.ts'
import { whoseWords } from '../wording/whose.ts'
import { useWordsOf } from '../wording/words-of.ts'

const lookMs = 1_000

/** Lets go of a shared device on which nobody types any more: not before the server, or a file, has everything. */
export const IdleEnd = () => {
  const words = useWordsOf(whoseWords)
  const format = useFormat()
  const [watch] = useState(() => createIdleWatch())
  const idle = useStore(watch.view)
  useEffect(() => {
    const timer = setInterval(watch.look, lookMs)
    for (const name of activities) window.addEventListener(name, watch.noteActivity, true)
    return () => {
      clearInterval(timer)
      for (const name of activities) window.removeEventListener(name, watch.noteActivity, true)
    }
  }, [watch])
  if (idle.name === 'active') return null
  if (idle.name === 'over') return <End />
  return (
    <Dialog
      title={words.warningTitle}
      onClose={watch.noteActivity}
      footer={
        <Button kind="primary" size="large" onClick={watch.noteActivity}>
          {words.goOn}
        </Button>
      }
    >
      <p>{words.warning(format.time(idle.endsAt))}</p>
    </Dialog>
  )
}

const activities = ['keydown', 'pointerdown', 'input'] as const

const End = () => {
  const words = useWordsOf(whoseWords)
  const { removal, rescue } = useApp()
  const [unsent, setUnsent] = useState<readonly Unsent[]>([])
  const leave = () => void removal.leaveShared().then(() => window.location.assign('/'))
  useEffect(() => {
    const look = async () => {
      const all = await removal.listUnsent(null)
      setUnsent(all)
      if (all.length > 0) return
      clearInterval(timer)
      await removal.leaveShared()
      window.location.assign('/')
    }
    const timer = setInterval(() => void look(), lookMs)
    return () => clearInterval(timer)
  }, [removal])
  const save = async () => {
    for (const { draftId } of unsent) if (!(await saveFile(rescue, draftId))) return
    leave()
  }
  return (
    <Dialog
      title={words.overTitle}
      footer={
        unsent.length > 0 && (
          <Button kind="primary" size="large" onClick={() => void save().catch(() => undefined)}>
            {words.save}
          </Button>
        )
      }
    >
      <p>{unsent.length > 0 && words.unsent}</p>
    </Dialog>
  )
}
