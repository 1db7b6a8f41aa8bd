import * as Y from 'yjs'
import { textName } from '../../src/document/names.ts'
import { openLine, until } from '../server/line.ts'
import { playKillRounds } from '../server/kill-rounds.ts'
import { startDraft } from '../server/person.ts'
import type { TestServer } from '../world/server.ts'
import { middle, type Figure } from './figure.ts'
import { makeHistory } from './history.ts'

const rounds = 50

/** A town's folder: many drafts of some pages, and three of a long life. */
const [manyDrafts, longDrafts] = [200, 3]

const fill = async (server: TestServer): Promise<void> => {
  const doc = new Y.Doc()
  doc.getText(textName('ziele')).insert(0, 'Gemeinsam geht es besser, wenn alle mitschreiben. '.repeat(272))
  const page = Y.encodeStateAsUpdate(doc)
  const { state, rows } = makeHistory(['ziele', 'ausgangslage'], 60_000, 3000)
  for (let draft = 0; draft < manyDrafts + longDrafts; draft++) {
    const { browser, draftId } = await startDraft(server)
    const line = await openLine(server, draftId, { cookie: browser.cookie() })
    for (const update of draft < manyDrafts ? [page] : [state, ...rows]) line.sendUpdate(update)
    line.mark(1)
    await until('it is stored', () => line.stored().includes(1))
    await line.cut()
  }
}

/** How soon a server with a full folder, killed in mid-write, has people at work again; nothing may be lost. */
export const measureKill = async (): Promise<Figure[]> => {
  const { lost, backMs } = await playKillRounds(rounds, fill)
  const target = 2000
  const drafts = `${manyDrafts + longDrafts} drafts`
  return [
    { name: `Back after kill -9, ${drafts}, median`, unit: 'ms', target, ...middle(backMs) },
    { name: 'Back after kill -9, the longest', value: Math.round(Math.max(...backMs)), unit: 'ms', target },
    { name: `Acknowledged or seen, and lost by ${rounds} kills`, value: lost.length, unit: 'updates', target: 0 },
  ]
}
