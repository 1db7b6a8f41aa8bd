import * as v from 'valibot'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { personSchema, type Person } from '../domain/person.ts'
import { sectionFilters, type SectionFilter } from '../domain/section-filter.ts'

export type Language = 'de' | 'en'
export type Theme = 'system' | 'light' | 'dark'

/** What someone chose for this device. */
export interface Preferences {
  language: Language
  theme: Theme
  /** How this person last introduced themselves, to fill in forms; null at first. */
  person: Person | null
  /** Which sections the list of a draft shows. */
  sections: SectionFilter
  /** Whether open suggestions are drawn into the text. */
  suggestionsInText: boolean
  /** Whether the offer to put the app on the home screen was declined here. */
  staysInBrowser: boolean
  setLanguage(language: Language): void
  setTheme(theme: Theme): void
  setPerson(person: Person): void
  setSections(sections: SectionFilter): void
  setSuggestionsInText(shown: boolean): void
  setStaysInBrowser(stays: boolean): void
}

const key = 'einvernehmen.preferences'

const keptSchema = v.object({
  version: v.literal(1),
  language: v.picklist(['de', 'en']),
  theme: v.picklist(['system', 'light', 'dark']),
  person: v.nullable(personSchema),
  sections: v.optional(v.picklist(sectionFilters), 'all'),
  suggestionsInText: v.optional(v.boolean(), true),
  staysInBrowser: v.optional(v.boolean(), false),
})
type Kept = v.InferOutput<typeof keptSchema>

const atFirst = {
  language: 'de',
  theme: 'system',
  person: null,
  sections: 'all',
  suggestionsInText: true,
  staysInBrowser: false,
} as const satisfies Omit<Kept, 'version'>

/** Preferences kept in `storage` (localStorage); null where the browser refuses it: then they last as long as the page. */
export const openPreferences = (storage: Storage | null): StoreApi<Preferences> => {
  const store = createStore<Preferences>((set) => ({
    ...(readKept(storage) ?? atFirst),
    setLanguage: (language) => set({ language }),
    setTheme: (theme) => set({ theme }),
    setPerson: (person) => set({ person }),
    setSections: (sections) => set({ sections }),
    setSuggestionsInText: (suggestionsInText) => set({ suggestionsInText }),
    setStaysInBrowser: (staysInBrowser) => set({ staysInBrowser }),
  }))
  store.subscribe(({ language, theme, person, sections, suggestionsInText, staysInBrowser }) =>
    writeKept(storage, { version: 1, language, theme, person, sections, suggestionsInText, staysInBrowser }),
  )
  return store
}

/** What cannot be read is not used. */
const readKept = (storage: Storage | null): Omit<Kept, 'version'> | null => {
  try {
    const parsed = v.safeParse(keptSchema, JSON.parse(storage?.getItem(key) ?? 'null'))
    if (!parsed.success) return null
    const { version: _, ...kept } = parsed.output
    return kept
  } catch {
    return null
  }
}

const writeKept = (storage: Storage | null, kept: Kept): void => {
  try {
    storage?.setItem(key, JSON.stringify(kept))
  } catch {
    // A full or refused localStorage costs the preference on the next start, nothing else.
  }
}
