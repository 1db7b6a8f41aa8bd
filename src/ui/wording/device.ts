import { device as de } from './de/device.ts'
import { device as en } from './en/device.ts'

export const deviceWords = { de, en }
