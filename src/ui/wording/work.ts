import { work as de } from './de/work.ts'
import { work as en } from './en/work.ts'

export const workWords = { de, en }
