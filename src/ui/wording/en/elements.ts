import type { elements as german } from '../de/elements.ts'
import type { Translated } from '../catalogue.ts'

export const elements: Translated<typeof german> = {}
