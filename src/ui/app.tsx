import './base.css'
import { lazy, Suspense, useEffect } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import { Route, Switch } from 'wouter'
import { isDraftId } from '../domain/draft-id.ts'
import type { AppState } from '../state/app-state.ts'
import type { AppUpdate } from '../state/app-update.ts'
import { AppProvider, usePreferences } from './app-context.tsx'
import { CrashBoundary } from './connection/crash-screen.tsx'
import { RefusalPage } from './connection/refusal-page.tsx'
import { UpdateNotice } from './connection/update-notice.tsx'
import { NavigationProvider } from './elements/page-title.tsx'
import { QuietWait } from './elements/quiet-wait.tsx'

const ShelfPage = lazy(() => import('./shelf/shelf-page.tsx').then((module) => ({ default: module.ShelfPage })))
const StartPage = lazy(() => import('./start/start-page.tsx').then((module) => ({ default: module.StartPage })))
const JoinPage = lazy(() => import('./join/join-page.tsx').then((module) => ({ default: module.JoinPage })))
const HelpPage = lazy(() => import('./help/help-page.tsx').then((module) => ({ default: module.HelpPage })))
// The editor behind the workspace is fetched at the same time, not after it.
const Workspace = lazy(() =>
  Promise.all([import('./draft/workspace.tsx'), import('../state/open-draft.ts')]).then(([module]) => ({
    default: module.Workspace,
  })),
)

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
          <Route path="/einladung/:id">
            {({ id }) =>
              isDraftId(id) ? <JoinPage key={id} draftId={id} /> : <RefusalPage refusal="invitation-unusable" />
            }
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
    </NavigationProvider>
  )
}

/** The whole app; main.tsx makes the two objects and hands them in. */
export const App = ({ state, update }: { state: AppState; update: StoreApi<AppUpdate> | null }) => (
  <AppProvider state={state} update={update}>
    <CrashBoundary>
      <Pages />
    </CrashBoundary>
  </AppProvider>
)
