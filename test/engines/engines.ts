import type { Engine } from './engine.ts'
import { firefox } from './firefox.ts'
import { webKit } from './web-kit.ts'

export const engines: readonly Engine[] = [firefox, webKit]
