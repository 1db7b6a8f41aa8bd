import Scale from 'lucide-react/icons/scale'
import { useState } from 'react'
import type { DraftTalk } from '../../state/discussion/draft-talk.ts'
import { copyText } from '../draft/copy-text.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { useTalkView } from '../draft/talk-view.ts'
import { Button } from '../elements/button.tsx'
import { Note } from '../elements/note.tsx'
import { TextField } from '../elements/text-field.tsx'
import { discussionWords } from '../wording/discussion.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './discussion.module.css'

/** That the discussion is getting full, or is; and what of one's own words found no room any more. */
export const RoomNote = ({ talk }: { talk: DraftTalk }) => {
  const words = useWordsOf(discussionWords)
  const room = useTalkView((view) => view.room)
  const mayTalk = useTalkView((view) => view.whyNot === null)
  const leads = useDraftView(({ me }) => me.role === 'owner')
  const [leftOver, setLeftOver] = useState(() => talk.leftOver().join('\n\n'))
  const [isCopied, setCopied] = useState(false)
  const letGo = () => {
    talk.letGoOfLeftOver()
    setLeftOver('')
  }
  return (
    <>
      {mayTalk && room !== 'enough' && (
        <Note icon={Scale} kind="aside" live>
          {words.room[room]} {leads && room === 'little' && words.room.lead}
        </Note>
      )}
      {leftOver !== '' && (
        <section className={css.leftOver} aria-label={words.leftOver.title}>
          <p>{words.leftOver.why}</p>
          <TextField label={words.leftOver.words} value={leftOver} onChange={() => undefined} rows={4} readOnly />
          <div className={css.buttons}>
            <Button kind="plain" onClick={letGo}>
              {words.leftOver.letGo}
            </Button>
            <Button kind="secondary" onClick={() => void copyText(leftOver).then(setCopied)}>
              {isCopied ? words.leftOver.copied : words.leftOver.copy}
            </Button>
          </div>
        </section>
      )}
    </>
  )
}
