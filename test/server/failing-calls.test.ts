import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPage } from '../sync/page.ts'
import { createTestFolder, startTestServer, type TestServer } from '../world/server.ts'
import { until } from './line.ts'
import { startDraft } from './person.ts'

/** Where the system cannot be made to fail, the store that fails at every call in failing-store.test.ts stands for it. */
const canTrace = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0

/** Lets one system call of a running process fail. Resolves once it is lying in wait. */
const failCall = async (pid: number, calls: string, error: string, nth: number) => {
  const report = join(createTestFolder(), 'calls')
  const inject = `inject=${calls}:error=${error}:when=${nth}`
  const words = ['-f', '-p', String(pid), '-o', report, '-e', `trace=${calls}`, '-e', inject]
  const strace = spawn('strace', words, { stdio: ['ignore', 'ignore', 'pipe'] })
  await once(createInterface(strace.stderr), 'line')
  return {
    hasFailed: () => readFileSync(report, 'utf8').includes('INJECTED'),
    end: async () => {
      strace.kill('SIGINT')
      await once(strace, 'exit')
    },
  }
}

describe.runIf(canTrace)('a disk that fails', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ asProcess: true })
  })
  afterAll(() => server.stop())

  const calls = { syncing: ['fsync,fdatasync', 'EIO'], writing: ['pwrite64', 'ENOSPC'] } as const
  const cases = (['syncing', 'writing'] as const).flatMap((what) => [1, 2, 5].map((nth) => [what, nth] as const))

  it.each(cases)('at %s, at its call %i, is never acknowledged, and nothing is lost', async (what, nth) => {
    const { browser, draftId } = await startDraft(server)
    const page = openPage(draftId, server, browser.cookie())
    const before = page.writes('Vorher.')
    await until('it is stored', () => page.stored() >= before)

    const [names, error] = calls[what]
    const isHeard = () => page.states.includes('server-full')
    let failure = await failCall(server.pid(), names, error, nth)
    let last = before
    await until('the page hears of a failed call', async () => {
      last = page.writes(`${last} geschrieben.`)
      const n = last
      await until('the server has answered', () => page.stored() >= n || isHeard())
      if (isHeard()) return true
      // Met by another connection of the server: the next one is to be the page's.
      if (failure.hasFailed()) {
        await failure.end()
        failure = await failCall(server.pid(), names, error, nth)
      }
      return false
    })
    await failure.end()
    await until('all of it is stored', () => page.stored() >= last, 60_000)
    page.sync.close()

    await server.kill9()
    await server.restart()
    const reader = openPage(draftId, server, browser.cookie())
    await until('it is all there', () => reader.reads() === page.reads())
    expect(reader.reads()).toContain(`${last - 1} geschrieben.`)
    reader.sync.close()
  })
})
