import { createContext, use, type ReactNode } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import { useStore } from 'zustand/react'
import type { AppState } from '../state/app-state.ts'
import type { AppUpdate } from '../state/app-update.ts'
import type { Preferences } from '../state/preferences.ts'
import type { ShelfView } from '../state/shelf-view.ts'
import { WordingProvider } from './wording/wording-provider.tsx'

interface AppObjects {
  state: AppState
  /** Null where nothing is installed, as in tests. */
  update: StoreApi<AppUpdate> | null
}

const AppContext = createContext<AppObjects | null>(null)

const useObjects = (): AppObjects => {
  const objects = use(AppContext)
  if (objects === null) throw new Error('a screen stands outside AppProvider')
  return objects
}

/** Everything the screens can see and do. */
export const useApp = (): AppState => useObjects().state

/** The store of the installed version, null where there is none. */
export const useAppUpdateStore = (): StoreApi<AppUpdate> | null => useObjects().update

/** One part of the shelf; the screen is drawn again only when that part changes. */
export const useShelf = <T,>(select: (view: ShelfView) => T): T => useStore(useApp().shelf.view, select)

export const usePreferences = <T,>(select: (preferences: Preferences) => T): T => useStore(useApp().preferences, select)

/** Hands the app's objects and the chosen language to every screen below. */
export const AppProvider = ({ state, update, children }: AppObjects & { children: ReactNode }) => {
  const language = useStore(state.preferences, (preferences) => preferences.language)
  return (
    <AppContext value={{ state, update }}>
      <WordingProvider language={language}>{children}</WordingProvider>
    </AppContext>
  )
}
