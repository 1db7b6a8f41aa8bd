import './base.css'
import { Suspense, useEffect } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import { Route, Switch } from 'wouter'
import { isDraftId } from '../domain/draft-id.ts'
import type { AppState } from '../state/app-state.ts'
import type { AppUpdate } from '../state/app-update.ts'
import { AppProvider, useApp, usePreferences } from './app-context.tsx'
import { CrashBoundary } from './connection/crash-screen.tsx'
import { RefusalPage } from './connection/refusal-page.tsx'
import { UnlessRemoved } from './connection/removed-page.tsx'
import { UpdateNotice } from './connection/update-notice.tsx'
import { NavigationProvider } from './elements/page-title.tsx'
import { QuietWait } from './elements/quiet-wait.tsx'
import { createPart, type Part } from './part.tsx'

const ShelfPage = createPart(() => import('./shelf/shelf-page.tsx').then((module) => module.ShelfPage))
const StartPage = createPart(() => import('./start/start-page.tsx').then((module) => module.StartPage))
const JoinPage = createPart(() => import('./join/join-page.tsx').then((module) => module.JoinPage))
const ComeBackPage = createPart(() => import('./recovery/come-back-page.tsx').then((module) => module.ComeBackPage))
const ReadyPage = createPart(() => import('./ready/ready-page.tsx').then((module) => module.ReadyPage))
const HelpPage = createPart(() => import('./help/help-page.tsx').then((module) => module.HelpPage))
// The editor behind the workspace is fetched at the same time, not after it.
const Workspace = createPart(() =>
  Promise.all([import('./draft/workspace.tsx'), import('../state/open-draft.ts')]).then(([module]) => module.Workspace),
)
const ExportPage = createPart(() => import('./export/export-page.tsx').then((module) => module.ExportPage))
const AgreementPage = createPart(() => import('./agreement/agreement-page.tsx').then((module) => module.AgreementPage))
const FormPage = createPart(() => import('./export/form-page.tsx').then((module) => module.FormPage))

const MailPage = createPart(() => import('./mail/mail-page.tsx').then((module) => module.MailPage))
const MailLinkPage = createPart(() => import('./mail/mail-link-page.tsx').then((module) => module.MailLinkPage))

const IdleEnd = createPart(() => import('./device/idle-end.tsx').then((module) => module.IdleEnd))

const pages: Partial<Record<string, Part<never>>> = {
  '': ShelfPage,
  neu: StartPage,
  entwurf: Workspace,
  'entwurf/export': ExportPage,
  'entwurf/formular': FormPage,
  'entwurf/mitzeichnung': AgreementPage,
  'entwurf/benachrichtigung': MailPage,
  benachrichtigung: MailLinkPage,
  abbestellen: MailLinkPage,
  einladung: JoinPage,
  bereit: ReadyPage,
  zugang: ComeBackPage,
  hilfe: HelpPage,
}

/** Fetches what the page at this path is drawn with. */
export const preparePage = async (path: string): Promise<void> => {
  const [, name = '', , part] = path.split('/')
  await pages[part === undefined ? name : `${name}/${part}`]?.prepare()
}

/** The colours follow the person's choice, or the system where there is none. */
const useTheme = () => {
  const theme = usePreferences((preferences) => preferences.theme)
  useEffect(() => {
    if (theme === 'system') document.documentElement.removeAttribute('data-theme')
    else document.documentElement.setAttribute('data-theme', theme)
  }, [theme])
}

const Pages = () => {
  useTheme()
  const { isShared } = useApp().whoseDevice
  return (
    <NavigationProvider>
      <Suspense fallback={<QuietWait />}>
        <Switch>
          <Route path="/">
            <ShelfPage />
          </Route>
          <Route path="/neu">
            <StartPage />
          </Route>
          <Route path="/entwurf/:id">
            {({ id }) => (isDraftId(id) ? <Workspace key={id} draftId={id} /> : <RefusalPage refusal="absent" />)}
          </Route>
          <Route path="/entwurf/:id/export">
            {({ id }) => (isDraftId(id) ? <ExportPage key={id} draftId={id} /> : <RefusalPage refusal="absent" />)}
          </Route>
          <Route path="/entwurf/:id/formular">
            {({ id }) => (isDraftId(id) ? <FormPage key={id} draftId={id} /> : <RefusalPage refusal="absent" />)}
          </Route>
          <Route path="/entwurf/:id/mitzeichnung">
            {({ id }) => (isDraftId(id) ? <AgreementPage key={id} draftId={id} /> : <RefusalPage refusal="absent" />)}
          </Route>
          <Route path="/entwurf/:id/benachrichtigung">
            {({ id }) => (isDraftId(id) ? <MailPage key={id} draftId={id} /> : <RefusalPage refusal="absent" />)}
          </Route>
          <Route path="/benachrichtigung">
            <MailLinkPage act="confirm" />
          </Route>
          <Route path="/abbestellen">
            <MailLinkPage act="end" />
          </Route>
          <Route path="/einladung/:id">
            {({ id }) =>
              isDraftId(id) ? <JoinPage key={id} draftId={id} /> : <RefusalPage refusal="invitation-unusable" />
            }
          </Route>
          <Route path="/bereit/:id">
            {({ id }) => (isDraftId(id) ? <ReadyPage key={id} draftId={id} /> : <RefusalPage refusal="absent" />)}
          </Route>
          <Route path="/zugang">
            <ComeBackPage />
          </Route>
          <Route path="/hilfe">
            <HelpPage />
          </Route>
          <Route>
            <RefusalPage refusal="no-such-page" />
          </Route>
        </Switch>
      </Suspense>
      <UpdateNotice />
      {isShared && (
        <Suspense>
          <IdleEnd />
        </Suspense>
      )}
    </NavigationProvider>
  )
}

/** The whole app; main.tsx makes the two objects and hands them in. */
export const App = ({ state, update }: { state: AppState; update: StoreApi<AppUpdate> | null }) => (
  <AppProvider state={state} update={update}>
    <CrashBoundary>
      <UnlessRemoved>
        <Pages />
      </UnlessRemoved>
    </CrashBoundary>
  </AppProvider>
)
