import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { backUp } from './operations/backup.ts'
import { askServer, openControl, type ControlRequest } from './operations/control.ts'
import { databaseFile } from './operations/database-file.ts'
import { eraseInReplaced, withErasure } from './operations/replaced-databases.ts'
import { prepareRestore, takeRestored } from './operations/restore.ts'
import { reasonOf } from './start-problem.ts'

const usage = `usage: npm run backup -- <folder> [--keep-days 35]
       npm run restore -- <backup file>
       npm run erase -- draft <id>
       npm run erase -- deleted-text`

/** A command nobody could have meant; exit code 2. Everything else that goes wrong is 1. */
class Misuse extends Error {}

const busy = 'another process is using the data folder and does not answer: try again in a moment'

/** Lets the running server do it; without one, does it here, while no server can start. */
const doThere = async (dataDir: string, request: ControlRequest, doHere: () => Promise<string>): Promise<string> => {
  const answer = await askServer(dataDir, request)
  if (answer) {
    if (!answer.ok) throw new Error(answer.line)
    return answer.line
  }
  const control = await openControl(dataDir, () => Promise.resolve({ ok: false, line: busy }))
  if (!control) throw new Error(busy)
  try {
    return await doHere()
  } finally {
    await control.close()
  }
}

const backup = (dataDir: string, words: readonly string[], keepDays: string): string => {
  const [folder, ...more] = words
  if (folder === undefined || more.length > 0) throw new Misuse('backup: name one folder')
  if (!/^[1-9]\d{0,3}$/.test(keepDays)) throw new Misuse(`--keep-days: must be a number of days (is "${keepDays}")`)
  return `backed up to ${backUp(dataDir, resolve(folder), Number(keepDays), new Date())}`
}

const restore = async (dataDir: string, words: readonly string[]): Promise<string> => {
  const [name, ...more] = words
  if (name === undefined || more.length > 0) throw new Misuse('restore: name one backup file')
  const file = resolve(name)
  try {
    await prepareRestore(dataDir, file, Date.now())
  } catch (error) {
    throw new Error(`${file} cannot be restored: ${reasonOf(error)}`, { cause: error })
  }
  const aside = await doThere(
    dataDir,
    { name: 'take-restored-database' },
    async () => takeRestored(dataDir, new Date()) ?? '',
  )
  const kept = aside === '' ? '' : `; what was there before is kept in ${aside}, delete it when all is well`
  return `restored ${file}: who may enter which draft is as it was then${kept}`
}

const erase = async (dataDir: string, words: readonly string[]): Promise<string> => {
  if (!existsSync(databaseFile(dataDir))) throw new Error(`DATA_DIR: there is no database in ${dataDir}`)
  const [what, draftId, ...more] = words
  if (what === 'deleted-text' && draftId === undefined) {
    const line = await doThere(dataDir, { name: 'erase-deleted-text' }, () =>
      withErasure(
        databaseFile(dataDir),
        async (erasure) => `deleted text is gone from ${await erasure.eraseDeletedText()} drafts`,
      ),
    )
    await eraseInReplaced(dataDir, (erasure) => erasure.eraseDeletedText())
    return `${line}; backups still hold it until they expire`
  }
  if (what !== 'draft' || draftId === undefined || more.length > 0) {
    throw new Misuse('erase: say "draft <id>" or "deleted-text"')
  }
  await doThere(dataDir, { name: 'erase-draft', draftId }, () =>
    withErasure(databaseFile(dataDir), async (erasure) => {
      if (!(await erasure.eraseDraft(draftId))) throw new Error(`there is no draft ${draftId}`)
      return 'erased'
    }),
  )
  await eraseInReplaced(dataDir, (erasure) => erasure.eraseDraft(draftId))
  return `erased draft ${draftId}; backups still hold it until they expire`
}

const run = async (): Promise<string> => {
  const options = { 'keep-days': { type: 'string', default: '35' } } as const
  const { values, positionals } = parseOrMisuse(options)
  const [command, ...words] = positionals
  const { dataDir } = readConfig(process.env)
  if (command === 'backup') return backup(dataDir, words, values['keep-days'])
  if (command === 'restore') return restore(dataDir, words)
  if (command === 'erase') return erase(dataDir, words)
  throw new Misuse(`there is no command "${command ?? ''}"`)
}

function parseOrMisuse<T extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(options: T) {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    throw new Misuse(reasonOf(error))
  }
}

process.umask(0o077)
try {
  console.log(await run())
} catch (error) {
  console.error(error instanceof Misuse ? `${error.message}\n${usage}` : reasonOf(error))
  process.exitCode = error instanceof Misuse ? 2 : 1
}
