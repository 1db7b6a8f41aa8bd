import type { team as german } from '../de/team.ts'
import type { Translated } from '../catalogue.ts'

export const team: Translated<typeof german> = {}
