import CalendarClock from 'lucide-react/icons/calendar-clock'
import Scale from 'lucide-react/icons/scale'
import { Note } from '../../elements/note.tsx'
import { localDay } from '../../team/local-day.ts'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { useDraftView } from '../draft-context.ts'
import css from './draft-notes.module.css'

/** What everyone in the draft should know in good time: that it will be erased, or that it is getting full. */
export const DraftNotes = () => {
  const { draft } = useWording()
  const format = useFormat()
  const endsAt = useDraftView((view) => view.endsAt)
  const isNearlyFull = useDraftView((view) => view.nearlyFull && view.mayWrite)
  const isEmpty = endsAt === null && !isNearlyFull
  return (
    <div aria-live="polite" className={isEmpty ? undefined : css.notes}>
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
