import { join } from 'node:path'
import { openStore } from '../../server/store/open-store.ts'
import { createTestFolder } from '../world/server.ts'
import { describeDraftStore } from './draft-store.ts'

describeDraftStore('in a SQLite file', () => openStore(join(createTestFolder(), 'store.sqlite')))
describeDraftStore('in memory', () => openStore(':memory:'))
