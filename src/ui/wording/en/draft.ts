import type { draft as german } from '../de/draft.ts'
import type { Translated } from '../catalogue.ts'

export const draft: Translated<typeof german> = {}
