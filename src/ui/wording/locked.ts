import { locked as de } from './de/locked.ts'
import { locked as en } from './en/locked.ts'

export const lockedWords = { de, en }
