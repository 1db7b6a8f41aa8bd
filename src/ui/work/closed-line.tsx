import Lock from 'lucide-react/icons/lock'
import LockOpen from 'lucide-react/icons/lock-open'
import { finalEditorOf, mayOpen } from '../../domain/last-edit.ts'
import { isSamePerson } from '../../domain/person.ts'
import type { Closing } from '../../domain/section-work.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { useNow } from '../elements/use-now.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { lastEditWords } from '../wording/last-edit.ts'
import css from './work.module.css'

interface ClosedLineProps {
  sectionId: string
  title: string
  closing: Closing
  id: string
}

/** Says at a closed section why it is only read, who writes there, and lets those who may open it again. */
export const ClosedLine = ({ sectionId, title, closing, id }: ClosedLineProps) => {
  const words = useWordsOf(lastEditWords)
  const format = useFormat()
  const draft = useDraft()
  const now = useNow()
  const { editor, isMine, isOpener } = useDraftView(({ me, mayWrite, finalEditor }) => {
    const hasPen = finalEditorOf(closing, finalEditor)
    return {
      editor: hasPen,
      isMine: mayWrite && isSamePerson(me, hasPen),
      isOpener: mayWrite && mayOpen(me, closing, finalEditor),
    }
  })
  const who = ({ name, organisation }: Closing['by']) => words.named(name, organisation)
  const moment = closing.at === null ? null : format.moment(closing.at, now)
  const isCloser = isMine && isSamePerson(editor, closing.by)
  const since = isCloser
    ? moment !== null && words.closed.mineSince(moment)
    : moment === null
      ? words.closed.sinceUnknown(who(closing.by))
      : words.closed.since(who(closing.by), moment)
  return (
    <div className={css.closed}>
      <Lock size={18} strokeWidth={1.75} />
      <div>
        <p id={id}>
          <strong>{isMine ? words.closed.mine : words.closed.others(who(editor))}</strong>{' '}
          {closing.reason !== '' && words.closed.reason(closing.reason)}
        </p>
        <p className={css.aside}>
          {since} {isMine && words.closed.arrives}
        </p>
      </div>
      {isOpener && (
        <Button
          kind="quiet"
          icon={LockOpen}
          aria-label={words.dialog.openOf(title)}
          onClick={() => draft.work.open([sectionId])}
        >
          {words.dialog.open}
        </Button>
      )}
    </div>
  )
}
