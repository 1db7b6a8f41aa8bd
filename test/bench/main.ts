import { spawnSync } from 'node:child_process'
import { builtServer, startTestServer } from '../world/server.ts'
import { measureDocx, measurePdf } from './documents.ts'
import { startFullDraft } from './draft.ts'
import { measureDurable } from './durable.ts'
import { asTable, machine, type Figure } from './figure.ts'
import { measureCompleteness } from './completeness.ts'
import { measureFirstLoad } from './first-load.ts'
import { measureReturn } from './return.ts'
import { measureRoomCost } from './room-cost.ts'
import { measureStartOffline } from './start-offline.ts'
import { measureStatus } from './status.ts'
import { measureRows, measureStoredHistory } from './stored-history.ts'
import { measureTyping } from './typing.ts'
import { measureAccepting } from './accepting.ts'
import { measureDiscussion } from './talked-about.ts'
import { measureComparing } from './versions.ts'

/** `npm run bench`: a table; with `-- --json` one line of JSON. Words select measures: `npm run bench -- typing`. */
const measures = {
  'first-load': measureFirstLoad,
  'start-offline': measureStartOffline,
  typing: measureTyping,
  'stored-history': measureStoredHistory,
  completeness: measureCompleteness,
  durable: measureDurable,
  return: measureReturn,
  rows: measureRows,
  status: measureStatus,
  'main-thread': measureRoomCost,
  pdf: measurePdf,
  docx: measureDocx,
  versions: measureComparing,
  accepting: measureAccepting,
  discussion: measureDiscussion,
}

const words = process.argv.slice(2)
const asJson = words.includes('--json')
const chosen = Object.entries(measures).filter(
  ([name]) => words.every((word) => word.startsWith('--')) || words.includes(name),
)

const built = spawnSync('npm', ['run', 'build', '--silent'], { stdio: ['ignore', 'ignore', 'inherit'] })
if (built.status !== 0) process.exit(1)

const figures: Figure[] = []
for (const [, measure] of chosen) {
  const server = await startTestServer({ asProcess: builtServer })
  const draft = await startFullDraft(server)
  figures.push(...(await measure(server, draft)))
  draft.writer.leave()
  await server.stop()
}

console.log(asJson ? JSON.stringify({ figures }) : `${asTable(figures)}\n\nMeasured on ${machine()}.`)
process.exit(0)
