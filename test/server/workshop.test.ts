import { readdirSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { openWorkshop } from '../../server/sync/workshop.ts'
import { manyRoots } from './hostile-updates.ts'

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

/** How willingly each thread of this process gives way, as Linux tells it: the 19th field (proc(5)), after the name. */
const nicenesses = (): number[] =>
  readdirSync('/proc/self/task').map((thread) =>
    Number(
      readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')[16],
    ),
  )

it.runIf(process.platform === 'linux')('gives way to people’s key presses, and alone in its process', async () => {
  const lowest = () => nicenesses().filter((niceness) => niceness === constants.priority.PRIORITY_LOW).length
  const before = lowest()
  const workshop = openWorkshop()
  await workshop.digest({ snapshot: null, updates: [] })
  expect(lowest()).toBe(before + 1)
  await workshop.close()
})
