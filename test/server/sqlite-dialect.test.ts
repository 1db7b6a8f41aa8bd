import { Kysely, sql } from 'kysely'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase, sqliteDialect } from '../../server/store/sqlite-dialect.ts'
import { createTestFolder } from '../world/server.ts'

interface Tables {
  words: { id: number; word: string }
}

let db: Kysely<Tables>
beforeEach(async () => {
  db = new Kysely({ dialect: sqliteDialect(openDatabase(join(createTestFolder(), 'words.sqlite'))) })
  await sql`create table words (id integer primary key, word text not null)`.execute(db)
  for (const [index, word] of ['eins', 'zwei', 'drei'].entries()) await add(index + 1, word)
})
afterEach(() => db.destroy())

const add = (id: number, word: string) => db.insertInto('words').values({ id, word }).execute()
const all = () => db.selectFrom('words').selectAll().orderBy('id')

it('reading row by row and giving up half-way leaves nothing open', async () => {
  for await (const { word } of all().stream()) {
    expect(word).toBe('eins')
    break
  }
  // Refused while a statement is still being read.
  await sql`vacuum`.execute(db)
  expect(await all().execute()).toHaveLength(3)
})

it('a statement that failed works the next time', async () => {
  await expect(add(1, 'noch einmal eins')).rejects.toThrow(/unique/i)
  await add(4, 'vier')
  await sql`vacuum`.execute(db)
  expect((await all().execute()).map(({ word }) => word)).toEqual(['eins', 'zwei', 'drei', 'vier'])
})
