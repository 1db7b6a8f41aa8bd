import type { Catalogue } from './catalogue.ts'
import { elements } from './en/elements.ts'
import { shelf } from './en/shelf.ts'
import { start } from './en/start.ts'
import { join } from './en/join.ts'
import { draft } from './en/draft.ts'
import { team } from './en/team.ts'
import { connection } from './en/connection.ts'
import { access } from './en/access.ts'

export const english: Catalogue = { elements, shelf, start, join, draft, team, access, connection }
