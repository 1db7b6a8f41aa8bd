import { agreement as de } from './de/agreement.ts'
import { agreement as en } from './en/agreement.ts'

export const agreementWords = { de, en }
