import BookOpen from 'lucide-react/icons/book-open'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import PackageCheck from 'lucide-react/icons/package-check'
import KeyRound from 'lucide-react/icons/key-round'
import Scale from 'lucide-react/icons/scale'
import { Link } from 'wouter'
import { useAppUpdateStore } from '../../app-context.tsx'
import { TextButton } from '../../elements/button.tsx'
import { Note } from '../../elements/note.tsx'
import { useNow } from '../../elements/use-now.ts'
import { localDay } from '../../team/local-day.ts'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { useDraftView } from '../draft-context.ts'
import { MeanwhileLine } from './meanwhile.tsx'
import css from './draft-notes.module.css'

/**
 * What everyone in the draft should know in good time: what changed meanwhile, how to go on where the session has ended,
 * that it can only be read here, that it will be erased, or that it is getting full.
 */
export const DraftNotes = () => {
  const { draft, connection } = useWording()
  const format = useFormat()
  const isSignedOut = useDraftView(({ status }) => status.name === 'signed-out')
  const endsAt = useDraftView((view) => view.endsAt)
  const isNearlyFull = useDraftView((view) => view.nearlyFull && view.mayWrite)
  const isOfNewerApp = useDraftView((view) => view.isOfNewerApp)
  const frozen = useDraftView((view) => view.frozen)
  const draftId = useDraftView((view) => view.draftId)
  const now = useNow()
  const hasChanged = useDraftView(({ meanwhile }) => meanwhile !== null)
  const isEmpty = !isSignedOut && endsAt === null && !isNearlyFull && !isOfNewerApp && !frozen && !hasChanged
  const signedOut = connection.refusal['signed-out']
  return (
    <div aria-live="polite" className={isEmpty ? undefined : css.notes}>
      <MeanwhileLine />
      {isSignedOut && (
        <Note icon={KeyRound} kind="wash">
          {[signedOut.text, ...signedOut.advice].join(' ')} <Link href="/zugang">{connection.comeBack}</Link>
        </Note>
      )}
      {frozen && (
        <Note icon={PackageCheck} kind="wash">
          {draft.frozen(frozen.name, format.moment(frozen.at, now))}{' '}
          <Link href={`/entwurf/${draftId}/mitzeichnung`}>{draft.agreement}</Link>
        </Note>
      )}
      {isOfNewerApp && (
        <Note icon={BookOpen} kind="wash">
          {draft.newerApp.text} <RenewApp />
        </Note>
      )}
      {endsAt !== null && (
        <Note icon={CalendarClock} kind="wash">
          {draft.ends(format.day(localDay(endsAt)))}
        </Note>
      )}
      {isNearlyFull && (
        <Note icon={Scale} kind="wash">
          {draft.nearlyFull}
        </Note>
      )}
    </div>
  )
}

/** Switches to the version that lies here already, or looks for one. */
const RenewApp = () => {
  const { draft } = useWording()
  const update = useAppUpdateStore()
  const renew = () => {
    if (update === null) window.location.reload()
    else update.getState().apply().catch(reportError)
  }
  return <TextButton onClick={renew}>{draft.newerApp.renew}</TextButton>
}
