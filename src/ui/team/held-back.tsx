import { useEffect, useState } from 'react'
import type { HeldBackChange } from '../../domain/held-back.ts'
import { useDraft, useDraftView } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { localDay } from './local-day.ts'
import { useAsking } from './use-asking.ts'
import css from './access.module.css'

/** Writing that arrived after its author's role had changed: to read, then to accept or drop. */
export const HeldBack = () => {
  const { access } = useWording()
  const draft = useDraft()
  const count = useDraftView((view) => view.heldBack)
  const [changes, setChanges] = useState<readonly HeldBackChange[]>([])
  useEffect(() => {
    let isGone = false
    if (count === 0) return undefined
    void draft.team.listHeldBack().then((listed) => (listed.ok && !isGone ? setChanges(listed.value) : undefined))
    return () => {
      isGone = true
    }
  }, [draft, count])
  if (count === 0) return null
  return (
    <section className={css.part}>
      <h3>{access.heldBackTitle}</h3>
      <p className={css.quiet}>{access.heldBackIntro}</p>
      <ul>
        {changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ul>
    </section>
  )
}

const Change = ({ change }: { change: HeldBackChange }) => {
  const { access } = useWording()
  const format = useFormat()
  const draft = useDraft()
  const call = useDraftView((view) => view.call)
  const { ask, refusal } = useAsking()
  const isEmpty = change.sections.length === 0 && change.facts.length === 0
  const decide = (how: 'acceptHeldBack' | 'dropHeldBack') => ask(draft.team[how](change.id))
  return (
    <li className={css.part}>
      <p className={css.quiet}>
        {access.heldBackUntil(change.name || access.somebody, format.day(localDay(change.expiresAt)))}
      </p>
      {change.sections.map(({ sectionId, written, struck }) => (
        <div key={sectionId}>
          <strong>{call.sections.find(({ id }) => id === sectionId)?.title ?? sectionId}</strong>
          {written.length > 0 && <p>{`${access.written}: ${written.join(' … ')}`}</p>}
          {struck.length > 0 && <p>{`${access.struck}: ${struck.join(' … ')}`}</p>}
        </div>
      ))}
      {change.facts.map(({ key, value }) => (
        <p key={key}>{`${call.fields.find(({ id }) => id === key)?.label ?? key}: ${value}`}</p>
      ))}
      {isEmpty && <p>{access.nothingReadable}</p>}
      <span className={css.choices}>
        <Button kind="plain" onClick={() => void decide('dropHeldBack')}>
          {access.drop}
        </Button>
        <Button onClick={() => void decide('acceptHeldBack')}>{access.accept}</Button>
      </span>
      {refusal !== null && <p role="alert">{access.failed}</p>}
    </li>
  )
}
