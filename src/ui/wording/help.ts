import { help as de } from './de/help.ts'
import { help as en } from './en/help.ts'

export const helpWords = { de, en }
