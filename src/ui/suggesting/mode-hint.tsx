import { useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { DraftSuggesting } from '../../state/suggesting/draft-suggesting.ts'
import { openSuggestions } from '../../state/suggesting/drawn-suggestions.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { useWidth } from '../draft/frame/use-width.ts'
import { useScreenView } from '../draft/screen.ts'
import { useShowSuggestions, useSuggestionsShown } from '../draft/suggestions-shown.ts'
import { TextButton } from '../elements/button.tsx'
import { suggestingWords } from '../wording/suggesting.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useWhyFull } from './use-why-full.ts'
import css from './suggesting.module.css'

/** What becomes of what is typed, where that is not the text; and that suggestions are hidden, where there are some. */
export const ModeHint = () => {
  const part = useScreenView(({ suggesting }) => suggesting?.part ?? null)
  return part && <Known part={part} />
}

const Known = ({ part }: { part: DraftSuggesting }) => {
  const words = useWordsOf(suggestingWords).mode
  const isOn = useScreenView(({ isSuggesting }) => isSuggesting)
  const areShown = useSuggestionsShown()
  const hasSome = useStore(part.discussion.view, ({ threads }) => openSuggestions(threads).length > 0)
  const mayWrite = useDraftView((view) => view.mayWrite)
  const isCommenter = useDraftView(({ me }) => me.role === 'commenter')
  const lastEdited = useScreenView((view) => view.lastEdited)
  const isClosed = useDraftView(({ sections }) =>
    sections.some(({ section, whyNot }) => section.id === lastEdited && whyNot?.name === 'last-edit'),
  )
  const isForced = mayWrite ? isClosed : isCommenter
  const whyFull = useWhyFull(part)
  const isAsked = useScreenView(({ isModeExplained }) => isModeExplained)
  if (whyFull !== null && (isOn || isForced || isAsked)) return <Hint>{whyFull}</Hint>
  if (!areShown && (hasSome || isForced)) return <HiddenHint />
  if (mayWrite && isOn) return <Hint>{words.on}</Hint>
  if (!isForced) return null
  return mayWrite ? <Hint>{words.closed}</Hint> : <RoleHint />
}

const Hint = ({ children }: { children: ReactNode }) => <p className={css.hint}>{children}</p>

const HiddenHint = () => {
  const words = useWordsOf(suggestingWords)
  const show = useShowSuggestions()
  return (
    <Hint>
      {words.mode.hidden}{' '}
      <TextButton aria-label={words.inText} onClick={() => show(true)}>
        {words.mode.show}
      </TextButton>
    </Hint>
  )
}

/** On a phone one short sentence; what more there is to say about it is asked for. */
const RoleHint = () => {
  const words = useWordsOf(suggestingWords).mode
  const isPhone = useWidth() === 'phone'
  const [isAsked, setAsked] = useState(false)
  if (!isPhone) return <Hint>{words.commenter}</Hint>
  return (
    <Hint>
      {words.commenterShort}
      <TextButton
        aria-expanded={isAsked}
        // The text keeps its focus, and the phone its keyboard.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setAsked(!isAsked)}
      >
        {words.why}
      </TextButton>
      {isAsked && <span className={css.more}>{words.commenter}</span>}
    </Hint>
  )
}
