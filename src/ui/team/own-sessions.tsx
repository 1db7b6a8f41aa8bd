import { useCallback, useState } from 'react'
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
  const { ask, refusal, isBusy } = useAsking()
  const look = useCallback(async () => setListed(await team.listSessions()), [team])
  const sessions = listed?.ok ? listed.value : []
  return (
    <details className={css.part} onToggle={(event) => void (event.currentTarget.open && look())}>
      <summary>{access.sessionsTitle}</summary>
      {listed?.ok === false && <p role="alert">{access.notLoaded}</p>}
      <ul>
        {sessions.map(({ publicId, label, seenAt, current }) => (
          <li key={publicId} className={css.row}>
            <span>
              {label || access.unknownDevice}{' '}
              <span className={css.quiet}>
                {current ? access.thisSession : access.seen(format.moment(seenAt, now))}
              </span>
            </span>
            {!current && (
              <Button
                kind="plain"
                className={css.flush}
                aria-label={access.endSessionOf(label || access.unknownDevice)}
                onClick={() => void ask(team.endSession(publicId)).then(look)}
              >
                {access.endSession}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button busy={isBusy} onClick={() => void ask(team.endOtherSessions()).then(look)}>
          {access.endOthers}
        </Button>
      )}
      {refusal !== null && <p role="alert">{access.failed}</p>}
    </details>
  )
}
