import { createContext, use } from 'react'
import { german, type Catalogue } from './catalogue.ts'
import { formatFor, type Format, type Language } from './format.ts'

/** The sentences of the chosen language. German is always there, so that nothing ever waits for a language. */
export const WordingContext = createContext<{ language: Language; catalogue: Catalogue }>({
  language: 'de',
  catalogue: german,
})

/** The whole catalogue of the chosen language: `const { shelf } = useWording()`. */
export const useWording = (): Catalogue => use(WordingContext).catalogue

/** Numbers and dates in the chosen language. */
export const useFormat = (): Format => formatFor(use(WordingContext).language)
