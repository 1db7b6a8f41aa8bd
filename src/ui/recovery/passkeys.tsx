import { useState } from 'react'
import type { Outcome } from '../../domain/refusal.ts'
import { canUsePasskeys } from '../../state/come-back.ts'
import type { OpenDraft } from '../../state/app-state.ts'
import { useDraft } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import access from '../team/access.module.css'
import { localDay } from '../team/local-day.ts'
import { useAsking } from '../team/use-asking.ts'
import { recoveryWords } from '../wording/recovery.ts'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'

type Listed = Extract<Awaited<ReturnType<OpenDraft['team']['readWaysBack']>>, { ok: true }>['value']['passkeys']

/** One's passkeys for this draft. Making one is offered where the browser can. */
export const Passkeys = ({ passkeys, onChanged }: { passkeys: Listed; onChanged: () => Promise<void> }) => {
  const recovery = useWordsOf(recoveryWords)
  const { access: words } = useWording()
  const { ready } = recovery
  const format = useFormat()
  const { team } = useDraft()
  const [now] = useState(Date.now)
  const { ask, refusal, isBusy } = useAsking()
  const act = async (work: Promise<Outcome<null>>) => {
    await ask(work)
    await onChanged()
  }
  if (passkeys.length === 0 && !canUsePasskeys()) return null
  return (
    <>
      {passkeys.map(({ id, label, createdAt, usedAt }) => {
        const device = label || words.unknownDevice
        return (
          <div key={id} className={access.row}>
            <span>
              {ready.passkey(device)}
              <span className={access.beneath}>
                {usedAt === null
                  ? ready.passkeyMade(format.day(localDay(createdAt)))
                  : ready.passkeyUsed(format.moment(usedAt, now))}
              </span>
            </span>
            <Button
              kind="plain"
              className={access.flush}
              aria-label={ready.removeOf(device)}
              onClick={() => void act(team.removePasskey(id))}
            >
              {ready.remove}
            </Button>
          </div>
        )
      })}
      {canUsePasskeys() && (
        <div className={access.row}>
          <span>{passkeys.length === 0 && ready.noPasskey}</span>
          <Button busy={isBusy} onClick={() => void act(team.makePasskey())}>
            {passkeys.length === 0 ? ready.makePasskey : ready.anotherPasskey}
          </Button>
        </div>
      )}
      {refusal !== null && (
        <p role="alert">
          {refusal === 'not-allowed'
            ? ready.calledOff
            : refusal === 'already-there'
              ? ready.alreadyThere
              : words.failed}
        </p>
      )}
    </>
  )
}
