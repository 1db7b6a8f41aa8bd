import { useState } from 'react'
import { useApp } from '../app-context.tsx'
import { Button, ButtonLink } from '../elements/button.tsx'
import { PageFrame } from '../elements/page-frame.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { mailWords } from '../wording/mail.ts'
import { useWordsOf } from '../wording/words-of.ts'
import css from './mail.module.css'

/**
 * What a link in a mail leads to: one button, since programs that look at links beforehand must neither confirm nor end
 * anything. The token stands in the fragment, which reaches no server.
 */
export const MailLinkPage = ({ act }: { act: 'confirm' | 'end' }) => {
  const words = useWordsOf(mailWords).links
  const app = useApp()
  const [token] = useState(() => location.hash.slice(1))
  const [outcome, setOutcome] = useState<'open' | 'busy' | 'done' | 'unusable' | 'failed'>('open')
  const press = async () => {
    setOutcome('busy')
    const done = await app.openMail().then(
      (mail) => mail[act](token),
      () => null,
    )
    const isUnusable = done?.ok === false && (done.refusal === 'invitation-unusable' || done.refusal === 'invalid')
    setOutcome(done?.ok ? 'done' : isUnusable ? 'unusable' : 'failed')
  }
  const said = { open: '', busy: '', done: words[act].done, unusable: words.unusable, failed: words.failed }
  return (
    <PageFrame width="column">
      <div className={css.page}>
        <PageTitle className={css.title}>{words[act].title}</PageTitle>
        <p>{words[act].intro}</p>
        <output className={css.said}>{said[outcome]}</output>
        <div className={css.ways}>
          {outcome !== 'done' && outcome !== 'unusable' && (
            <Button kind="primary" size="large" busy={outcome === 'busy'} onClick={() => void press()}>
              {words[act].press}
            </Button>
          )}
          <ButtonLink size="large" href="/">
            {words.toShelf}
          </ButtonLink>
        </div>
      </div>
    </PageFrame>
  )
}
