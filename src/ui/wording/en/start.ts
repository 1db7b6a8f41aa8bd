import type { start as german } from '../de/start.ts'
import type { Translated } from '../catalogue.ts'

export const start: Translated<typeof german> = {}
