import { useCallback, useRef, useState } from 'react'
import type { OpenDraft } from '../../state/app-state.ts'
import { useDraft } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { useAsking } from './use-asking.ts'
import css from './access.module.css'

type Listed = Awaited<ReturnType<OpenDraft['team']['listSessions']>>

/** One's own signed-in browsers, and how to end one that was left somewhere. */
export const OwnSessions = () => {
  const { access } = useWording()
  const format = useFormat()
  const { team } = useDraft()
  const [listed, setListed] = useState<Listed | null>(null)
  const [now] = useState(Date.now)
  const [said, setSaid] = useState('')
  const { ask, refusal, isBusy } = useAsking()
  const title = useRef<HTMLElement>(null)
  const look = useCallback(async () => setListed(await team.listSessions()), [team])
  const sessions = listed?.ok ? listed.value.toSorted((a, b) => Number(b.current) - Number(a.current)) : []

  /** The button that was pressed vanishes with its device: focus goes where the list begins. */
  const end = async (done: ReturnType<typeof team.endSession>, ended: string) => {
    setSaid('')
    const answer = await ask(done)
    await look()
    if (!answer.ok) return
    setSaid(ended)
    title.current?.focus()
  }
  return (
    <details className={css.part} onToggle={(event) => void (event.currentTarget.open && look())}>
      <summary ref={title}>{access.sessionsTitle}</summary>
      {listed?.ok === false && <p role="alert">{access.notLoaded}</p>}
      <ul>
        {sessions.map(({ publicId, label, createdAt, seenAt, current }) => (
          <li key={publicId} className={css.row}>
            <span>
              {label || access.unknownDevice}
              <span className={css.beneath}>
                {access.since(format.moment(createdAt, now))}
                {' · '}
                {current ? access.thisSession : access.seen(format.moment(seenAt, now))}
              </span>
            </span>
            {!current && (
              <Button
                kind="plain"
                className={css.flush}
                aria-label={access.endSessionOf(label || access.unknownDevice)}
                onClick={() => void end(team.endSession(publicId), access.sessionEnded(label || access.unknownDevice))}
              >
                {access.endSession}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button busy={isBusy} onClick={() => void end(team.endOtherSessions(), access.othersEnded)}>
          {access.endOthers}
        </Button>
      )}
      <output className={said === '' ? 'visually-hidden' : css.beneath}>{said}</output>
      {refusal !== null && <p role="alert">{access.failed}</p>}
    </details>
  )
}
