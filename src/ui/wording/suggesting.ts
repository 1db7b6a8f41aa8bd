import { suggesting as de } from './de/suggesting.ts'
import { suggesting as en } from './en/suggesting.ts'

export const suggestingWords = { de, en }
