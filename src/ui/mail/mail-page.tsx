import { useEffect, useState, type FormEvent } from 'react'
import type { DraftId } from '../../domain/draft-id.ts'
import type { Outcome } from '../../domain/refusal.ts'
import type { MailApi, MailState } from '../../state/app-state.ts'
import { useApp } from '../app-context.tsx'
import { Button, ButtonLink } from '../elements/button.tsx'
import { PageFrame } from '../elements/page-frame.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { TextField } from '../elements/text-field.tsx'
import { mailWords } from '../wording/mail.ts'
import { useFormat } from '../wording/use-wording.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './mail.module.css'

/** Whether and where one would like to be told by e-mail what was said about a draft. */
export const MailPage = ({ draftId }: { draftId: DraftId }) => {
  const words = useWordsOf(mailWords)
  const { language } = useFormat()
  const app = useApp()
  const [state, setState] = useState<MailState | null>(null)
  const [failure, setFailure] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [address, setAddress] = useState('')
  const [isMoving, setMoving] = useState(false)

  const say = async (work: (mail: MailApi) => Promise<Outcome<MailState>>) => {
    setBusy(true)
    const done = await app.openMail().then(work, () => null)
    setBusy(false)
    if (done?.ok) {
      setState(done.value)
      setMoving(false)
    }
    setFailure(
      done?.ok ? '' : words.failures[done?.refusal === 'busy' || done?.refusal === 'invalid' ? done.refusal : 'other'],
    )
  }
  useEffect(() => {
    let isGone = false
    const read = async () => {
      const done = await (await app.openMail()).read(draftId)
      if (isGone) return
      if (done.ok) setState(done.value)
      else setFailure(words.failures.other)
    }
    read().catch(() => setFailure(words.failures.other))
    return () => {
      isGone = true
    }
  }, [draftId, app, words])

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy) void say((mail) => mail.ask(draftId, { address, language }))
  }
  const isAsked = state !== null && state.address !== null
  return (
    <PageFrame width="column">
      <div className={css.page}>
        <PageTitle className={css.title}>{words.title}</PageTitle>
        <p>{words.intro}</p>
        <p className={css.quiet}>{words.privacy}</p>
        {state && !state.isOffered && <p>{words.notOffered}</p>}
        {state?.isOffered && (!isAsked || isMoving) && (
          <form onSubmit={send} className={css.form} noValidate>
            <TextField
              label={words.address}
              hint={words.hint}
              type="email"
              autoComplete="email"
              maxLength={254}
              required
              value={address}
              onChange={setAddress}
            />
            <Button type="submit" kind="primary" size="large" busy={isBusy}>
              {words.ask}
            </Button>
          </form>
        )}
        {isAsked && (
          <div className={css.form}>
            <p>
              {state.isConfirmed ? words.told : words.asked} <strong>{state.address}</strong>
            </p>
            {state.newAddress && (
              <p>
                {words.moving} <strong>{state.newAddress}</strong>
              </p>
            )}
            {state.isOffered && !isMoving && (
              <Button kind="quiet" size="large" onClick={() => setMoving(true)}>
                {words.move}
              </Button>
            )}
            <Button size="large" busy={isBusy} onClick={() => void say((mail) => mail.remove(draftId))}>
              {words.end}
            </Button>
          </div>
        )}
        <output className={css.failure}>{failure}</output>
        <div className={css.ways}>
          <ButtonLink size="large" href={`/entwurf/${draftId}`}>
            {words.toDraft}
          </ButtonLink>
        </div>
      </div>
    </PageFrame>
  )
}
