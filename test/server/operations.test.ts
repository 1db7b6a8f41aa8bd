import { DatabaseSync } from '@photostructure/sqlite'
import { existsSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { closeCode, messageType, syncType } from '../../src/protocol/messages.ts'
import { frame, openLine, openWriter, until } from './line.ts'
import { amina, newDraftId, startDraft } from './person.ts'
import { freePort } from '../world/free-port.ts'
import { startTestServer } from '../world/server.ts'

const walBytes = (dataDir: string): number => {
  const file = join(dataDir, 'einvernehmen.sqlite-wal')
  return existsSync(file) ? statSync(file).size : 0
}

describe('readiness', () => {
  const askOf = (server: { url: string }) => async () => {
    const answer = await fetch(`${server.url}/readyz`)
    return [answer.status, await answer.text()]
  }

  it('is there, and is gone while nothing can be written', async () => {
    const server = await startTestServer({ asProcess: true })
    const ask = askOf(server)
    expect(await ask()).toEqual([200, 'ready'])
    const other = new DatabaseSync(join(server.dataDir, 'einvernehmen.sqlite'))
    other.exec('begin immediate')
    await until('it says what is wrong', async () => String(await ask()) === '503,store', 60_000)
    other.exec('rollback')
    other.close()
    await until('it is ready again', async () => (await ask())[0] === 200)
    await server.stop()
  })

  it('is gone while the process does not keep up: it turns new work away and goes on with those it has', async () => {
    const server = await startTestServer({ asProcess: true })
    const ask = askOf(server)
    const { browser, draftId } = await startDraft(server)
    const line = await openLine(server, draftId, { cookie: browser.cookie() })
    const knock = async () => (await openLine(server, draftId, {}, { ticket: 'nonsense' })).whenClosed()
    /** The process stands still, as on a machine that is taken by others; what is asked meanwhile waits for its answer. */
    const askInStall = async () => {
      process.kill(server.pid(), 'SIGSTOP')
      const answers = Promise.all([ask(), browser.myDrafts(), knock()])
      await pass(700)
      process.kill(server.pid(), 'SIGCONT')
      const [ready, { status, headers }, code] = await answers
      return [...ready, status, headers.get('retry-after'), code].join()
    }
    expect(await askInStall()).toBe(`200,ready,200,,${closeCode.signedOut}`)
    const overloaded = `503,overloaded,503,2,${closeCode.tryLater}`
    await until('it stands still again and again', async () => (await askInStall()) === overloaded)
    await until('it is ready again', async () => (await ask())[0] === 200)
    expect(line.closed).toBeNull()
    line.mark(1)
    await until('whoever was there goes on', () => line.stored().includes(1))
    await server.stop()
  })
})

describe('stopping', () => {
  it('waits for nobody who does not answer, leaves with code 0 and the log written back', async () => {
    const server = await startTestServer({ asProcess: true })
    const { browser, draftId } = await startDraft(server)
    const deaf = await openLine(server, draftId, { cookie: browser.cookie() })
    deaf.pause()
    const halfRequest = connect(server.port, '127.0.0.1', () => halfRequest.write('GET / HTTP/1.1\r\n'))
    halfRequest.on('error', () => {})
    await once(halfRequest, 'connect')
    const writer = openWriter(server, draftId, browser.cookie())
    await writer.whenSynced()
    const line = await openLine(server, draftId, { cookie: browser.cookie() })
    line.mark(1)
    await until('somebody listens', () => line.stored().includes(1))
    writer.write('ziele', 'Kurz vor Schluss.')
    await until('it is stored', () => line.document().getText('text/ziele').toJSON() !== '')
    expect(walBytes(server.dataDir)).toBeGreaterThan(0)
    await server.stop()
    expect(await line.whenClosed()).toBe(closeCode.goingAway)
    expect(walBytes(server.dataDir)).toBe(0)
    expect(existsSync(join(server.dataDir, 'control.sock'))).toBe(false)
    await server.restart()
    await until('it is all there', () => writer.provider.synced && writer.read('ziele') === 'Kurz vor Schluss.')
    writer.leave()
    await server.stop()
  })

  it('of one server is needed before another may have its data', async () => {
    const first = await startTestServer({ asProcess: true })
    const second = startTestServer({ asProcess: true, dataDir: first.dataDir })
    await expect(second).rejects.toThrow('ended with code 1')
    await first.kill9()
    // What a killed server leaves behind is in nobody's way.
    await first.restart()
    await first.stop()
  })
})

describe('metrics', () => {
  it('count commits, updates, sockets and refusals on a port of their own, without naming anyone', async () => {
    const port = await freePort()
    const server = await startTestServer({ environment: { METRICS_PORT: String(port) } })
    const { browser, draftId } = await startDraft(server)
    const writer = openWriter(server, draftId, browser.cookie())
    await writer.whenSynced()
    writer.write('ziele', 'Gezählt')
    await browser.look(newDraftId(), 'A'.repeat(43))
    const broken = await openLine(server, draftId, { cookie: browser.cookie() })
    broken.send(frame(messageType.sync, syncType.update, Uint8Array.of(9, 9)))
    await broken.whenClosed()
    const read = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    const value = (text: string, name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
    await until('the update is counted', async () => value(await read(), 'einvernehmen_update_bytes_count') >= 1)
    const text = await read()
    expect(value(text, 'einvernehmen_commit_seconds_count')).toBeGreaterThanOrEqual(1)
    expect(value(text, 'einvernehmen_sockets')).toBe(1)
    expect(value(text, 'einvernehmen_rooms')).toBe(1)
    expect(value(text, 'einvernehmen_refused_updates_total\\{reason="malformed"\\}')).toBe(1)
    expect(value(text, 'einvernehmen_divergences_total')).toBe(0)
    expect(value(text, 'einvernehmen_wrong_secrets_total')).toBe(1)
    expect(value(text, 'einvernehmen_sockets_ended_total\\{reason="malformed"\\}')).toBe(1)
    expect(value(text, 'einvernehmen_request_seconds_count\\{method="POST",status="410"\\}')).toBe(1)
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
    for (const name of [draftId, amina.name, '127.0.0.1']) expect(text).not.toContain(name)
    expect(await (await fetch(`${server.url}/metrics`)).text()).not.toContain('einvernehmen_')
    writer.leave()
    await server.stop()
  })
})
