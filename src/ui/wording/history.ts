import { history as de } from './de/history.ts'
import { history as en } from './en/history.ts'

export const historyWords = { de, en }
