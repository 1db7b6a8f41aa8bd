import { exporting as de } from './de/export.ts'
import { exporting as en } from './en/export.ts'

export const exportWords = { de, en }
