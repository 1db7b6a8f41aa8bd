import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { maxWords, type Mention } from '../../domain/discussion-entry.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { DraftTalk } from '../../state/discussion/draft-talk.ts'
import { Button } from '../elements/button.tsx'
import { discussionWords } from '../wording/discussion.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { useDraftView } from '../draft/draft-context.ts'
import { useHasRoom } from '../draft/talk-view.ts'
import { MentionList } from './mention-list.tsx'
import { candidatesOf, matching, mentionsIn, namingAt, type Candidate } from './mentioning.ts'
import css from './discussion.module.css'

/** From here on it is said how much is left. */
const sayLeftFrom = maxWords - 500

interface CommentFormProps {
  talk: DraftTalk
  /** Under which what is typed is kept until it is said. */
  keptAs: string
  label: string
  send: string
  /** What stands there where nothing was typed yet. */
  start?: string
  isFocused?: boolean
  /** Returns why it was refused, or null. */
  onSend: (words: string, mentions: readonly Mention[]) => Refusal | null
  onCancel?: () => void
}

/** Where one writes what is to be said. What is half written stays on the device. */
export const CommentForm = ({
  talk,
  keptAs,
  label,
  send,
  start = '',
  isFocused = false,
  onSend,
  onCancel,
}: CommentFormProps) => {
  const words = useWordsOf(discussionWords)
  const format = useFormat()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const caretAt = useRef<number | null>(null)
  const [typed, setTyped] = useState(() => talk.typed(keptAs) || start)
  const [problem, setProblem] = useState<string | null>(null)
  const candidates = useDraftView(candidatesOf)
  const [naming, setNaming] = useState<string | null>(null)
  const [chosen, choose] = useState(0)
  const matches = naming === null ? [] : matching(candidates, naming)
  const isNaming = matches.length > 0
  const over = typed.length - maxWords
  const hasRoom = useHasRoom()
  const isBlocked = !hasRoom || over > 0

  useLayoutEffect(() => {
    if (isFocused) field.current?.focus({ preventScroll: true })
  }, [isFocused])

  /** Behind the name that was just chosen. */
  useLayoutEffect(() => {
    if (caretAt.current !== null) field.current?.setSelectionRange(caretAt.current, caretAt.current)
    caretAt.current = null
  })

  const write = (next: string) => {
    setTyped(next)
    setProblem(null)
    talk.keepTyped(keptAs, next === start ? '' : next)
  }
  const look = () => {
    const element = field.current
    choose(0)
    setNaming(element ? namingAt(element.value, element.selectionStart) : null)
  }
  const name = (candidate: Candidate) => {
    const element = field.current
    if (!element || naming === null) return
    const caret = element.selectionStart
    const before = `${typed.slice(0, caret - naming.length - 1)}@${candidate.name} `
    write(before + typed.slice(caret))
    setNaming(null)
    caretAt.current = before.length
    element.focus({ preventScroll: true })
  }
  const say = () => {
    if (isBlocked) return
    if (typed.trim() === '') return setProblem(words.nothing)
    const refusal = onSend(typed.trim(), mentionsIn(typed, candidates))
    if (refusal !== null) return setProblem(whyRefused(refusal, words))
    talk.keepTyped(keptAs, '')
    setTyped('')
  }
  const press = (event: KeyboardEvent) => {
    if (isNaming && chooseByKey(event.key)) event.preventDefault()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) say()
    else if (event.key === 'Escape' && onCancel) {
      event.stopPropagation()
      onCancel()
    }
    if (isNaming && event.key === 'Escape') event.stopPropagation()
  }
  const chooseByKey = (key: string): boolean => {
    if (key === 'ArrowDown') choose((chosen + 1) % matches.length)
    else if (key === 'ArrowUp') choose((chosen + matches.length - 1) % matches.length)
    else if (key === 'Escape') setNaming(null)
    else if ((key === 'Enter' || key === 'Tab') && matches[chosen]) name(matches[chosen])
    else return false
    return true
  }

  const hint = !hasRoom
    ? words.staysHere
    : over > 0
      ? words.tooLong(format.number(over))
      : typed.length >= sayLeftFrom
        ? words.free(format.number(-over))
        : ''
  return (
    <div className={css.form}>
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        value={typed}
        placeholder={words.placeholder}
        aria-describedby={`${id}-hinweis`}
        aria-invalid={over > 0 || undefined}
        aria-autocomplete="list"
        aria-controls={isNaming ? `${id}-namen` : undefined}
        aria-activedescendant={isNaming ? `${id}-name-${chosen}` : undefined}
        onChange={(event) => {
          write(event.target.value)
          look()
        }}
        onKeyDown={press}
        onClick={look}
        onBlur={() => setNaming(null)}
      />
      <MentionList id={id} matches={matches} chosen={chosen} onChoose={name} />
      <p id={`${id}-hinweis`} className={css.hint} role={problem === null ? undefined : 'alert'}>
        {problem ?? hint}
      </p>
      <div className={css.buttons}>
        {onCancel && (
          <Button kind="plain" onClick={onCancel}>
            {words.cancel}
          </Button>
        )}
        <Button kind="secondary" aria-disabled={isBlocked || undefined} onClick={say}>
          {send}
        </Button>
      </div>
    </div>
  )
}

const whyRefused = (refusal: Refusal, words: (typeof discussionWords)['de']): string => {
  switch (refusal) {
    case 'too-large':
      return words.tooLarge
    case 'discussion-full':
      return `${words.room.acts} ${words.staysHere}`
    case 'too-many-entries':
      return `${words.room['acts-of-own']} ${words.staysHere}`
    default:
      return words.notAllowed
  }
}
