import { useState } from 'react'
import type { AuditEntry } from '../../domain/audit.ts'
import { roles } from '../../domain/role.ts'
import type { OpenDraft } from '../../state/app-state.ts'
import { useDraft } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { useFormat, useWording } from '../wording/use-wording.ts'
import css from './access.module.css'

type Answer = Awaited<ReturnType<OpenDraft['team']['readAudit']>>
type Page = Extract<Answer, { ok: true }>['value']

/** What happened around the draft, newest first, with the value that vouches for the whole of it. */
export const AuditTrail = () => {
  const { access } = useWording()
  const { team } = useDraft()
  const [pages, setPages] = useState<readonly Page[]>([])
  const [isRefused, setRefused] = useState(false)
  const [now] = useState(Date.now)
  const newest = pages[0]
  const entries = pages.flatMap((page) => page.entries)
  const people = pages.flatMap((page) => page.people)

  const read = async (before?: number) => {
    const page = await team.readAudit(before)
    setRefused(!page.ok)
    if (page.ok) setPages((known) => (before === undefined ? [page.value] : [...known, page.value]))
  }
  return (
    <details className={css.part} onToggle={(event) => void (event.currentTarget.open && read())}>
      <summary>{access.auditTitle}</summary>
      <p className={css.quiet}>{access.auditIntro}</p>
      {isRefused && <p role="alert">{access.notLoaded}</p>}
      {newest && newest.brokenAt !== null && <p role="alert">{access.auditBroken(newest.brokenAt)}</p>}
      <ol>
        {entries.map((entry) => (
          <Line key={entry.seq} entry={entry} people={people} now={now} />
        ))}
      </ol>
      {(pages.at(-1)?.entries.at(-1)?.seq ?? 1) > 1 && (
        <Button onClick={() => void read(entries.at(-1)?.seq)}>{access.earlier}</Button>
      )}
      {newest && <p className={css.quiet}>{access.auditHead(newest.head)}</p>}
    </details>
  )
}

const Line = ({ entry, people, now }: { entry: AuditEntry; people: Page['people']; now: number }) => {
  const { access, elements } = useWording()
  const format = useFormat()
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? access.somebody
  const role = roles.find((each) => each === entry.detail)
  return (
    <li className={css.line}>
      <span>
        {access.events[entry.event](nameOf(entry.actorId), nameOf(entry.subjectId), role ? elements.roles[role] : '')}
      </span>
      <span className={css.quiet}>{format.moment(entry.at, now)}</span>
    </li>
  )
}
