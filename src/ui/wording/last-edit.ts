import { lastEdit as de } from './de/last-edit.ts'
import { lastEdit as en } from './en/last-edit.ts'

export const lastEditWords = { de, en }
