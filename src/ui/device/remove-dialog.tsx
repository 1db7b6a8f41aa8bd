import { useEffect, useState } from 'react'
import Check from 'lucide-react/icons/check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { DraftId } from '../../domain/draft-id.ts'
import type { Left, Unsent } from '../../state/app-state.ts'
import { useApp } from '../app-context.tsx'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { Note } from '../elements/note.tsx'
import { saveFile } from '../rescue/save-file.ts'
import { deviceWords } from '../wording/device.ts'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './remove-dialog.module.css'

interface RemoveDialogProps {
  /** One draft; everything on this device where there is none. */
  draft?: { draftId: DraftId; title: string }
  onClose: () => void
}

/** How often it is asked whether the server has everything by now. */
const lookAgainMs = 1_000

/** Takes a draft, or everything, off this device: not before what only this device has is sent or saved. */
export const RemoveDialog = ({ draft, onClose }: RemoveDialogProps) => {
  const words = useWordsOf(deviceWords)
  const { shelf } = useWording()
  const { removal } = useApp()
  const [step, setStep] = useState<'asking' | 'removing' | readonly Left[]>('asking')
  const [unsent, setUnsent] = useState<readonly Unsent[] | null>(null)
  /** With how many changes: what is written afterwards is in no file yet. */
  const [saved, setSaved] = useState<ReadonlyMap<DraftId, number>>(new Map())
  const only = draft?.draftId ?? null

  useEffect(() => {
    if (step !== 'asking') return undefined
    let isGone = false
    const look = () => void removal.listUnsent(only).then((all) => (isGone ? undefined : setUnsent(all)))
    look()
    const timer = setInterval(look, lookAgainMs)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [removal, only, step])

  const remove = () => {
    setStep('removing')
    const removed = only === null ? removal.everything() : removal.one(only)
    removed.then(setStep, () => setStep([only === null ? 'databases' : 'draft']))
  }
  const toStart = () => window.location.assign('/')
  if (typeof step === 'object') {
    return (
      <Dialog
        title={step.length === 0 ? words.doneTitle : draft ? words.removeOne : words.removeAll}
        // Where everything is gone, opening the app would begin to keep it again.
        {...((draft || step.length > 0) && { onClose: toStart })}
        footer={
          step.length > 0 ? (
            <Button kind="primary" size="large" onClick={remove}>
              {words.again}
            </Button>
          ) : (
            draft && (
              <Button kind="primary" size="large" onClick={toStart}>
                {words.toStart}
              </Button>
            )
          )
        }
      >
        <output className={css.said}>
          {step.length === 0 && (
            <Note icon={Check} kind="wash">
              {draft ? words.doneOne : words.doneAll}
            </Note>
          )}
          {step.map((each) => (
            <Note key={each} icon={TriangleAlert}>
              {words.left[each]}
            </Note>
          ))}
          {saved.size > 0 && <span>{words.doneFiles}</span>}
        </output>
      </Dialog>
    )
  }
  const isOpen = unsent === null || unsent.some((each) => !isSaved(each, saved))
  return (
    <Dialog
      title={draft ? words.removeOne : words.removeAll}
      onClose={onClose}
      footer={
        <>
          <Button size="large" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button
            kind="danger"
            size="large"
            busy={step === 'removing' || unsent === null}
            unavailable={unsent !== null && isOpen ? words.saveFirst : null}
            onClick={remove}
          >
            {step === 'removing' ? words.removing : words.remove}
          </Button>
        </>
      }
    >
      <div className={css.said}>
        <p>{draft ? words.oneText(draft.title || shelf.untitled) : words.allText}</p>
        {unsent !== null && unsent.length > 0 && (
          <UnsentDrafts
            unsent={unsent}
            saved={saved}
            onSaved={({ draftId, changes }) => setSaved((all) => new Map([...all, [draftId, changes]]))}
          />
        )}
      </div>
    </Dialog>
  )
}

interface UnsentDraftsProps {
  unsent: readonly Unsent[]
  saved: ReadonlyMap<DraftId, number>
  onSaved: (each: Unsent) => void
}

const isSaved = ({ draftId, changes, isElsewhere }: Unsent, saved: ReadonlyMap<DraftId, number>): boolean =>
  !isElsewhere && (saved.get(draftId) ?? 0) >= changes

const UnsentDrafts = ({ unsent, saved, onSaved }: UnsentDraftsProps) => {
  const words = useWordsOf(deviceWords)
  const { shelf } = useWording()
  const format = useFormat()
  const { rescue } = useApp()
  // Where it fails, it is not marked as saved, and removing stays blocked.
  const save = (each: Unsent) =>
    saveFile(rescue, each.draftId).then(
      (isThere) => isThere && onSaved(each),
      () => undefined,
    )
  return (
    <section className={css.unsent}>
      <h3>{words.unsentTitle}</h3>
      <p>{words.unsentText}</p>
      <ul>
        {unsent.map((each) => (
          <li key={`${each.draftId} ${each.isElsewhere}`}>
            <span>{words.unsent(each.title || shelf.untitled, each.changes, format.number(each.changes))}</span>
            {isSaved(each, saved) && <span className={css.saved}>{words.saved}</span>}
            {each.isElsewhere && <span>{words.isElsewhere}</span>}
            {!each.isElsewhere && !isSaved(each, saved) && (
              <Button onClick={() => void save(each)}>{words.save}</Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
