import { useEffect, useState, type ReactNode } from 'react'
import { german, type Catalogue } from './catalogue.ts'
import type { Language } from './format.ts'
import { WordingContext } from './use-wording.ts'

interface Loaded {
  language: Language
  catalogue: Catalogue
}

const germanLoaded: Loaded = { language: 'de', catalogue: german }

/** Gives everything below it the chosen language. English comes in its own file; until it is here, German stays. */
export const WordingProvider = ({ language, children }: { language: Language; children: ReactNode }) => {
  const [english, setEnglish] = useState<Loaded | null>(null)
  useEffect(() => {
    if (language !== 'en' || english) return undefined
    let gone = false
    const load = async () => {
      const module = await import('./english.ts')
      if (!gone) setEnglish({ language: 'en', catalogue: module.english })
    }
    load().catch(() => {
      // Without a network and not yet cached: the app stays in German and says so by being in German.
    })
    return () => {
      gone = true
    }
  }, [language, english])

  const loaded = (language === 'en' && english) || germanLoaded
  useEffect(() => {
    document.documentElement.lang = loaded.language
  }, [loaded.language])
  return <WordingContext value={loaded}>{children}</WordingContext>
}
