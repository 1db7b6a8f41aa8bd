import type { join as german } from '../de/join.ts'
import type { Translated } from '../catalogue.ts'

export const join: Translated<typeof german> = {}
