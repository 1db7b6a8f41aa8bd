import { join } from 'node:path'
import { openStore } from '../../server/store/open-store.ts'
import { createTestFolder } from '../world/server.ts'
import { describeDraftStore } from './draft-store.ts'

describeDraftStore('in a SQLite file', () => openStore(join(createTestFolder(), 'store.sqlite')))
describeDraftStore('in a SQLite file, written in a thread of its own', () =>
  openStore(join(createTestFolder(), 'store.sqlite'), { inThread: true }),
)
describeDraftStore('in memory', () => openStore(':memory:'))
