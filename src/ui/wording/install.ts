import { install as de } from './de/install.ts'
import { install as en } from './en/install.ts'

export const installWords = { de, en }
