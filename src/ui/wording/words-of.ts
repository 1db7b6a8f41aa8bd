import { use } from 'react'
import type { Translated } from './catalogue.ts'
import { WordingContext } from './use-wording.ts'

/** Sentences that come with the part of the app that says them, in the chosen language. */
export const useWordsOf = <T>(words: { de: T; en: Translated<T> }): Translated<T> =>
  words[use(WordingContext).language] as Translated<T>
