import { recovery as de } from './de/recovery.ts'
import { recovery as en } from './en/recovery.ts'

export const recoveryWords = { de, en }
