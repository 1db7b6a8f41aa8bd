import * as encoding from 'lib0/encoding'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { openWorkshop } from '../../server/sync/workshop.ts'

/** An update with so many names of roots, each of which Yjs makes something of. */
const manyRoots = (count: number): Uint8Array => {
  const encoder = encoding.createEncoder()
  for (const number of [1, count, 9, 0]) encoding.writeVarUint(encoder, number)
  for (let each = 0; each < count; each++) {
    encoding.writeVarUint(encoder, 4)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, `root/${each}`)
    encoding.writeVarString(encoder, 'x')
  }
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

it('B19: a draft that takes more memory than the workshop has ends its thread, not the server, and the next is built', async () => {
  const workshop = openWorkshop(48)
  const bomb = { snapshot: manyRoots(300_000), updates: [] }
  await expect(workshop.compact(bomb)).rejects.toThrow(/memory/i)
  const doc = new Y.Doc()
  doc.getText('text/ziele').insert(0, 'Es geht weiter.')
  const { content } = await workshop.compact({ snapshot: Y.encodeStateAsUpdate(doc), updates: [] })
  const read = new Y.Doc()
  Y.applyUpdate(read, content)
  expect(read.getText('text/ziele').toJSON()).toBe('Es geht weiter.')
  await workshop.close()
})
