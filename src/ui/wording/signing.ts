import { signing as de } from './de/signing.ts'
import { signing as en } from './en/signing.ts'

export const signingWords = { de, en }
