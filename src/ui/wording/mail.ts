import { mail as de } from './de/mail.ts'
import { mail as en } from './en/mail.ts'

export const mailWords = { de, en }
