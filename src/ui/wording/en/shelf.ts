import type { shelf as german } from '../de/shelf.ts'
import type { Translated } from '../catalogue.ts'

export const shelf: Translated<typeof german> = {}
