import { rescue as de } from './de/rescue.ts'
import { rescue as en } from './en/rescue.ts'

export const rescueWords = { de, en }
