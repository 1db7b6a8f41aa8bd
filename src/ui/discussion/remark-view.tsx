import type { Remark } from '../../domain/discussion.ts'
import { Avatar } from '../elements/avatar.tsx'
import { useNow } from '../elements/use-now.ts'
import { discussionWords } from '../wording/discussion.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { withNames } from './mentioning.ts'
import css from './discussion.module.css'

const dayMs = 86_400_000

/** Who said something, and when. */
export const Speaker = ({
  remark,
  isUnread,
  note,
}: {
  remark: Remark
  isUnread: boolean
  note?: string | undefined
}) => {
  const words = useWordsOf(discussionWords)
  const format = useFormat()
  const now = useNow()
  const { by, at, editedAt } = remark
  const moment = format.moment(at, now)
  const isToday = Math.abs(now - at) < dayMs / 2
  return (
    <div className={css.speaker}>
      <Avatar name={by.name} sector={by.sector} size={32} />
      <span className={css.who}>
        <strong>{by.name}</strong>
        <small>
          {by.organisation}
          {note && ` · ${note}`}
        </small>
      </span>
      <span className={css.when}>
        <time dateTime={new Date(at).toISOString()} title={moment}>
          {isToday ? format.time(at) : moment}
        </time>
        {editedAt !== null && <small>{words.edited}</small>}
        {isUnread && <strong className={css.fresh}>{words.isNew}</strong>}
      </span>
    </div>
  )
}

/** What was said: plain words, whatever markup or address stands in them. */
export const RemarkWords = ({ remark }: { remark: Remark }) => {
  const words = useWordsOf(discussionWords)
  if (remark.isWithdrawn) return <p className={css.withdrawn}>{words.withdrawn}</p>
  return (
    <p className={css.words}>
      {withNames(remark.words, remark.mentions).map((part, index) =>
        part.isName ? <b key={index}>{part.words}</b> : part.words,
      )}
    </p>
  )
}
