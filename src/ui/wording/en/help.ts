import type { help as german } from '../de/help.ts'
import type { Translated } from '../catalogue.ts'

export const help: Translated<typeof german> = {}
