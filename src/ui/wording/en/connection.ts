import type { connection as german } from '../de/connection.ts'
import type { Translated } from '../catalogue.ts'

export const connection: Translated<typeof german> = {}
