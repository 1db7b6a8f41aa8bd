import { mkdirSync } from 'node:fs'
import type { Config } from './config.ts'
import { openServer, type RunningServer } from './open-server.ts'
import { openControl, type Control, type ControlAnswer, type ControlRequest } from './operations/control.ts'
import { takeRestored } from './operations/restore.ts'
import { reasonOf, StartProblem } from './start-problem.ts'

/** A server that has its data folder to itself and obeys the operator's commands (`operate.ts`). */
export interface ObedientServer {
  url: string
  port: number
  close(): Promise<void>
}

/** `onLoss` is called when the server could not come back after a restore: the process is then of no use. */
export const runServer = async (config: Config, onLoss: (error: unknown) => void): Promise<ObedientServer> => {
  let server: RunningServer | null = null

  const obey = async (request: ControlRequest): Promise<ControlAnswer> => {
    if (!server) return { ok: false, line: 'the server is starting or stopping: try again in a moment' }
    switch (request.name) {
      case 'erase-draft': {
        const erased = await server.erasure.eraseDraft(request.draftId)
        return erased ? { ok: true, line: 'erased' } : { ok: false, line: `there is no draft ${request.draftId}` }
      }
      case 'erase-deleted-text': {
        const drafts = await server.erasure.eraseDeletedText()
        return { ok: true, line: `deleted text is gone from ${drafts} drafts` }
      }
      case 'take-restored-database':
        return { ok: true, line: await restart(server) }
      default:
        return request satisfies never
    }
  }

  /** The same process on the same port: everyone is sent away for a moment and comes back to the restored drafts. */
  const restart = async (present: RunningServer): Promise<string> => {
    server = null
    await present.close()
    try {
      const aside = takeRestored(config.dataDir, new Date())
      server = await openServer({ ...config, port: present.port })
      return aside ?? ''
    } catch (error) {
      onLoss(error)
      throw error
    }
  }

  const control = await takeDataDir(config.dataDir, obey)
  try {
    server = await openServer(config)
  } catch (error) {
    await control.close()
    throw error
  }
  return {
    url: server.url,
    port: server.port,
    close: async () => {
      const last = server
      server = null
      await last?.close()
      await control.close()
    },
  }
}

const takeDataDir = async (
  dataDir: string,
  answer: (request: ControlRequest) => Promise<ControlAnswer>,
): Promise<Control> => {
  let control: Control | null
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    control = await openControl(dataDir, answer)
  } catch (error) {
    throw new StartProblem(`DATA_DIR: cannot write to ${dataDir} (${reasonOf(error)})`)
  }
  if (!control) throw new StartProblem(`DATA_DIR: another server is running on ${dataDir}`)
  return control
}
