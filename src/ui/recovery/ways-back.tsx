import { useCallback, useState } from 'react'
import type { OpenDraft } from '../../state/app-state.ts'
import { useDraft } from '../draft/draft-context.ts'
import { Button } from '../elements/button.tsx'
import { localDay } from '../team/local-day.ts'
import access from '../team/access.module.css'
import { useAsking } from '../team/use-asking.ts'
import { recoveryWords } from '../wording/recovery.ts'
import { useFormat, useWording } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import { Passkeys } from './passkeys.tsx'
import { CodeSheet } from './code-sheet.tsx'

type Known = Awaited<ReturnType<OpenDraft['team']['readWaysBack']>>

/** What somebody who leads can prepare for the day when every device is lost. */
export const WaysBack = () => {
  const recovery = useWordsOf(recoveryWords)
  const { access: words } = useWording()
  const { ready } = recovery
  const format = useFormat()
  const { team } = useDraft()
  const [known, setKnown] = useState<Known | null>(null)
  const [code, setCode] = useState<string | null>(null)
  const { ask, refusal, isBusy } = useAsking()
  const look = useCallback(async () => setKnown(await team.readWaysBack()), [team])
  const madeAt = known?.ok ? known.value.codeMadeAt : null

  const make = async () => {
    const made = await ask(team.makeRecoveryCode())
    if (made.ok) setCode(made.value)
    await look()
  }
  return (
    <>
      <details className={access.part} onToggle={(event) => void (event.currentTarget.open && look())}>
        <summary>{ready.title}</summary>
        <p className={access.quiet}>{ready.intro}</p>
        {known?.ok === false && <p role="alert">{words.notLoaded}</p>}
        {known?.ok && (
          <div className={access.row}>
            <span>
              {madeAt === null ? ready.noCode : ready.codeMade(format.day(localDay(madeAt)))}
              {madeAt !== null && <span className={access.beneath}>{ready.replaces}</span>}
            </span>
            <Button busy={isBusy} onClick={() => void make()}>
              {madeAt === null ? ready.make : ready.makeAnew}
            </Button>
          </div>
        )}
        {known?.ok && <Passkeys passkeys={known.value.passkeys} onChanged={look} />}
        {refusal !== null && <p role="alert">{words.failed}</p>}
      </details>
      {code !== null && <CodeSheet code={code} onClose={() => setCode(null)} />}
    </>
  )
}
