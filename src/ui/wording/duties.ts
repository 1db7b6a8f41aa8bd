import { duties as de } from './de/duties.ts'
import { duties as en } from './en/duties.ts'

export const dutyWords = { de, en }
