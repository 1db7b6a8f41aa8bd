import { useEffect, useRef } from 'react'
import type { Check, Finding } from '../../../domain/finding.ts'
import { evaluateCompleteness } from '../../../domain/completeness.ts'
import { ProgressRing } from '../../elements/progress-ring.tsx'
import { useNow } from '../../elements/use-now.ts'
import { useFormat, useWording } from '../../wording/use-wording.ts'
import { CertaintyButton } from '../certainty-button.tsx'
import { useDraftView } from '../draft-context.ts'
import { useScreen, useScreenView } from '../screen.ts'
import { DeadlineWords } from './deadline-words.tsx'
import { useGoToFinding } from './go-to-finding.ts'
import { Ticks } from './ticks.tsx'
import { sayFinding, useCertaintyName, useCompletenessWords } from './words.ts'
import css from './completeness.module.css'

/** What the call asks and what of it is there, read again after every change. Each thing to do leads to its place. */
export const CompletenessPanel = () => {
  const words = useCompletenessWords()
  const now = useNow()
  const { deadline, checks, blocking } = useDraftView((view) => evaluateCompleteness(view.call, view, now))
  return (
    <div className={css.panel}>
      <h2 className="visually-hidden">{words.title}</h2>
      <output className={css.sum}>
        <strong>{blocking === 0 ? words.nothingOpen : words.open(blocking)}</strong>
        <span>{blocking === 0 ? words.nothingOpenHint : words.checkedHere}</span>
      </output>
      <DeadlineWords deadline={deadline} />
      {checks.map((check) => (
        <CheckGroup key={check.name} check={check} />
      ))}
    </div>
  )
}

const CheckGroup = ({ check }: { check: Check }) => {
  const words = useCompletenessWords()
  const format = useFormat()
  const counting = useDraftView(({ call }) => call.counting)
  const { name, done, all, findings, certainty } = check
  const heading = useSought(name)
  const title = words.checks[name]
  const isVoluntary = findings.length > 0 && !findings.some(({ blocks }) => blocks)
  const isMet = findings.length === 0 && done === all
  return (
    <div className={css.check}>
      <ProgressRing progress={isMet ? 'done' : done === 0 ? 'empty' : 'begun'} share={done / Math.max(1, all)} />
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <CertaintyButton label={title} certainty={certainty} />
      <p className={css.words}>
        {words.doneOf(format.number(done), format.number(all))}
        {isVoluntary && ` · ${name === 'checklist' ? words.voluntary : words.findings.onlyWarns}`}
        {name === 'limits' && ` · ${words.spaces(counting.spaces, counting.lineBreak)}`}
      </p>
      <div className={css.todo}>
        {name === 'declarations' || name === 'attachments' || name === 'checklist' ? (
          <Ticks kind={name} />
        ) : (
          <Findings findings={findings} isMixed={!isVoluntary} />
        )}
      </div>
    </div>
  )
}

/** Brings a group into view that was asked for, once it is there. */
const useSought = (name: Check['name']) => {
  const screen = useScreen()
  const isSought = useScreenView(({ sought }) => sought === name)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isSought) return
    screen.view.setState({ sought: null })
    // The whole group, and no more of the page than it takes.
    heading.current?.parentElement?.scrollIntoView({ block: 'nearest' })
    heading.current?.focus({ preventScroll: true })
  }, [isSought, screen])
  return heading
}

const Findings = ({ findings, isMixed }: { findings: readonly Finding[]; isMixed: boolean }) => {
  const words = useCompletenessWords()
  const { elements } = useWording()
  const format = useFormat()
  const goTo = useGoToFinding()
  const certaintyName = useCertaintyName()
  if (findings.length === 0) return null
  return (
    <ul>
      {findings.map((finding, index) => {
        const sentence = sayFinding(finding, words, format, elements)
        return (
          <li key={`${index} ${sentence}`}>
            <button type="button" onClick={() => goTo(finding.what)}>
              {sentence}
              {isMixed && !finding.blocks && <small> · {words.findings.onlyWarns}</small>}
            </button>
            <small>{certaintyName(finding.certainty)}</small>
          </li>
        )
      })}
    </ul>
  )
}
