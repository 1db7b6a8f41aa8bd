import { join } from 'node:path'
import { openStore } from '../../server/store/open-store.ts'
import { createTestFolder } from '../world/server.ts'
import { describeVersionStore } from './version-store.ts'

describeVersionStore('in a SQLite file', () => openStore(join(createTestFolder(), 'store.sqlite')))
describeVersionStore('in memory', () => openStore(':memory:'))
