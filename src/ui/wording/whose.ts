import { whose as de } from './de/whose.ts'
import { whose as en } from './en/whose.ts'

export const whoseWords = { de, en }
