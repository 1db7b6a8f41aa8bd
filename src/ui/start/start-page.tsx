import { useEffect } from 'react'
import { useApp, usePreferences, useShelf } from '../app-context.tsx'
import { Button } from '../elements/button.tsx'
import { PageFrame } from '../elements/page-frame.tsx'
import { PageTitle } from '../elements/page-title.tsx'
import { QuietWait } from '../elements/quiet-wait.tsx'
import { InstallFirst } from '../ready/install-first.tsx'
import { useWording } from '../wording/use-wording.ts'
import { StartForm } from './start-form.tsx'
import css from './start-page.module.css'

/** Starts an expression of interest on one page; without a network too, once the calls were here. */
export const StartPage = () => {
  const { start: words } = useWording()
  const { shelf } = useApp()
  const calls = useShelf((view) => view.calls)
  const loading = useShelf((view) => view.loading)
  const person = usePreferences((preferences) => preferences.person)
  const refresh = () => {
    // Out of reach: the calls remembered here are shown, or the advice to try again.
    shelf.refresh().catch(() => undefined)
  }
  useEffect(refresh, [shelf])

  return (
    <PageFrame width="column">
      <PageTitle className={css.title}>{words.title}</PageTitle>
      {calls.length > 0 ? (
        <>
          <p className={css.intro}>{words.intro}</p>
          <div className={css.install}>
            <InstallFirst />
          </div>
          <StartForm calls={calls} known={person} />
        </>
      ) : loading ? (
        <QuietWait>{words.noCalls.loading}</QuietWait>
      ) : (
        <section className={css.noCalls}>
          <h2>{words.noCalls.title}</h2>
          <p>{words.noCalls.text}</p>
          <Button kind="primary" size="large" onClick={refresh}>
            {words.noCalls.tryAgain}
          </Button>
        </section>
      )}
    </PageFrame>
  )
}
