import { plan as de } from './de/plan.ts'
import { plan as en } from './en/plan.ts'

export const planWords = { de, en }
